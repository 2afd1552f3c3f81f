//! Reading what a key of its own object tells apart, as `{"fact":"released","project":"E01"}`, straight from its text.
//! Serde's way of reading it, `#[serde(tag = "…")]`, makes a tree of the object first, which takes as long again, and in
//! which a picture's sections could not stay texts.
//!
//! The key stands first wherever this program has written it. Where it does not, a tree is made here as well; a key
//! that stands twice is refused either way: `a_fact_is_read_wherever_its_word_stands` in `tests/journal.rs`.

use std::{borrow::Cow, fmt, iter};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, IgnoredAny, IntoDeserializer, MapAccess, VariantAccess,
        Visitor,
        value::{MapAccessDeserializer, MapDeserializer},
    },
    forward_to_deserialize_any,
};

/// Tells serde of an enum twice, as it cannot derive this way of reading beside its own way of writing.
macro_rules! told_by_tag {
    ($tag:literal of $own:literal: $(#[$of_enum:meta])* pub enum $name:ident { $($variants:tt)* }) => {
        $(#[$of_enum])*
        #[derive(serde::Serialize)]
        #[serde(tag = $tag, rename_all = "kebab-case")]
        pub enum $name { $($variants)* }

        #[derive(serde::Deserialize)]
        #[serde(remote = $own, rename_all = "kebab-case")]
        enum Read { $($variants)* }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(object: D) -> Result<Self, D::Error> {
                Read::deserialize($crate::contest::tagged::Tagged { tag: $tag, object })
            }
        }
    };
}
pub(crate) use told_by_tag;

/// An object whose key `tag` says which variant of an enum it is, to be read as that enum.
pub(crate) struct Tagged<D> {
    /// The key.
    pub(crate) tag: &'static str,
    /// The object.
    pub(crate) object: D,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tagged<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, variants: V) -> Result<V::Value, D::Error> {
        self.object.deserialize_map(Object { tag: self.tag, variants })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Visits the object, and has the variants visited.
struct Object<V> {
    tag: &'static str,
    variants: V,
}

/// A key as it stands there.
#[derive(Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de, V: Visitor<'de>> Visitor<'de> for Object<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.variants.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<V::Value, A::Error> {
        match object.next_key()? {
            Some(Key(key)) if key == self.tag => {
                self.variants.visit_enum(Opened { tag: self.tag, object })
            }
            Some(Key(key)) => {
                let first = (key.into_owned(), object.next_value()?);
                let object = tag_first(self.tag, first, object)?;
                self.visit_map(object).map_err(A::Error::custom)
            }
            None => Err(A::Error::missing_field(self.tag)),
        }
    }
}

/// The same object with its tag first.
fn tag_first<'de, A: MapAccess<'de>>(
    tag: &'static str,
    first: (String, serde_json::Value),
    mut rest: A,
) -> Result<impl MapAccess<'de, Error = serde_json::Error>, A::Error> {
    let mut all = serde_json::Map::from_iter([first]);
    while let Some((key, value)) = rest.next_entry::<String, _>()? {
        if all.contains_key(&key) {
            return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
        }
        all.insert(key, value);
    }
    let variant = all.remove(tag).ok_or_else(|| A::Error::missing_field(tag))?;
    Ok(MapDeserializer::new(iter::once((tag.to_owned(), variant)).chain(all)))
}

/// An object of which the tag's key has been read: next comes the variant, then its fields, and no tag again.
struct Opened<A> {
    tag: &'static str,
    object: A,
}

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Opened<A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self), A::Error> {
        Ok((self.object.next_value_seed(seed)?, self))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Opened<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        match self.object.next_key()? {
            Some(Key(key)) if key == self.tag => Err(A::Error::duplicate_field(self.tag)),
            Some(Key(key)) => seed.deserialize(key.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.object.next_value_seed(seed)
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Opened<A> {
    type Error = A::Error;

    fn unit_variant(mut self) -> Result<(), A::Error> {
        while self.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        seed.deserialize(MapAccessDeserializer::new(self))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, A::Error> {
        Err(A::Error::custom("an object has no place for values without keys"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        fields: V,
    ) -> Result<V::Value, A::Error> {
        fields.visit_map(self)
    }
}
