//! What single cells mean: a group by its name, a day as people write it, a count with its unit.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    entry::Value,
    head::{Column, narrow, plain},
    line::line,
};
use crate::{
    contest::{Session, Text},
    definition::{Complaint, page::shown, value},
};

/// What an entrant may be, first the word of a session.
const KINDS: [(&str, &[&str]); 3] = [
    ("company", &["企业", "公司", "成熟企业", "中小企业", "有限公司"]),
    ("start-up", &["初创企业", "初创公司", "创业企业", "小微企业", "startup"]),
    ("team", &["团队", "创业团队", "创客团队", "创客", "个人", "高校团队"]),
];

/// What a cell of this column says.
pub(super) fn read(column: &Column, text: &str, session: &Session) -> Result<Value, Complaint> {
    let key = || column.key().to_owned();
    match column {
        Column::Group => {
            known("group", text, session.groups.iter().map(|it| (it.id.as_str(), &it.name)))
        }
        Column::Room => {
            known("room", text, session.rooms.iter().map(|it| (it.id.as_str(), &it.name)))
        }
        Column::Panel => {
            known("panel", text, session.panels.iter().map(|it| (it.id.as_str(), &it.name)))
        }
        Column::Kind => kind(text),
        Column::Registered => day(text).map(Value::Day),
        Column::CoreMembers | Column::Reserve => count(&key(), text).map(Value::Count),
        Column::Carried(_) => points(text).map(Value::Points),
        Column::Reason => one_line(&key(), text).map(Value::Word),
        Column::Project
        | Column::Judge
        | Column::Name
        | Column::NameEn
        | Column::Entrant
        | Column::EntrantEn
        | Column::Field
        | Column::FieldEn
        | Column::Region
        | Column::RegionEn => {
            let text = one_line(&key(), text)?;
            value::check_length(&key(), &text)?;
            Ok(Value::Text(Text::from(text.as_str())))
        }
    }
}

fn one_line(key: &str, text: &str) -> Result<String, Complaint> {
    let text = line(text);
    value::check_text(key, &text)?;
    Ok(text)
}

/// A group, room or panel by its id or its name.
fn known<'k>(
    kind: &str,
    text: &str,
    all: impl Iterator<Item = (&'k str, &'k Text)> + Clone,
) -> Result<Value, Complaint> {
    let said = plain(text);
    let mut each = all.clone();
    let found = each.find(|(id, name)| [id, &*name.zh, &*name.en].map(plain).contains(&said));
    found.map(|(id, _)| Value::Word(id.to_owned())).ok_or_else(|| {
        let told =
            all.map(
                |(id, name)| {
                    if id == name.zh { id.to_owned() } else { format!("{} ({id})", name.zh) }
                },
            );
        Complaint::unknown_id(kind, &line(text), told)
    })
}

fn kind(text: &str) -> Result<Value, Complaint> {
    let said = plain(text);
    let found = KINDS.iter().find(|(word, more)| *word == said || more.contains(&said.as_str()));
    found.map(|(word, _)| Value::Word((*word).to_owned())).ok_or_else(|| {
        let choices = KINDS.iter().map(|(word, more)| {
            more.first().map_or_else(|| (*word).to_owned(), |zh| format!("{zh} ({word})"))
        });
        Complaint::NotAChoice {
            key: "kind".to_owned(),
            value: shown(&line(text)),
            choices: choices.collect::<Vec<_>>().join(", "),
        }
    })
}

/// A day: `2021-03-01`, `2021/3/1`, `2021.3.1`, `2021年3月1日`, `20210301`.
fn day(text: &str) -> Result<NaiveDate, Complaint> {
    let said: String = plain(&text.replace(['.', '。'], "-"));
    let parts: Vec<&str> =
        said.split(['-', '/', '年', '月', '日']).filter(|it| !it.is_empty()).collect();
    let number =
        |text: &str| text.parse().ok().filter(|_| text.bytes().all(|it| it.is_ascii_digit()));
    let found = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            let year = number(year).and_then(|it| i32::try_from(it).ok());
            year.zip(number(month)).zip(number(day))
        }
        [all] if all.len() == 8 => {
            let part = |from: usize, to: usize| all.get(from..to).and_then(number);
            part(0, 4).and_then(|it| i32::try_from(it).ok()).zip(part(4, 6)).zip(part(6, 8))
        }
        _ => None,
    };
    let day = found.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
    day.ok_or_else(|| Complaint::NotADay { value: shown(&line(text)) })
}

/// A count, with its unit or not: `6`, `6人`, `第6名`.
fn count(key: &str, text: &str) -> Result<u32, Complaint> {
    let said = plain(text);
    let bare = said
        .trim_start_matches(['第', '候', '补', '递'])
        .trim_end_matches(['人', '名', '位', '号']);
    value::read_count(key, bare)
        .map_err(|_| Complaint::NotACount { key: key.to_owned(), value: shown(&line(text)) })
}

/// A decimal from zero, such as a session holds.
fn points(text: &str) -> Result<Decimal, Complaint> {
    let said: String = text.chars().map(narrow).collect();
    let said = said.trim().trim_end_matches('分');
    let is_plain = said.chars().all(|sign| sign.is_ascii_digit() || sign == '.' || sign == '-');
    if !is_plain {
        return Err(Complaint::NotADecimal { value: shown(&line(text)) });
    }
    let points = value::read_decimal(said)?;
    if points < Decimal::ZERO {
        let key = "carried".to_owned();
        return Err(Complaint::BelowZero { key, value: points.to_string() });
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::{Value, count, day, kind, points};

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in
            ["2021-03-01", "2021/3/1", "2021.3.1", "2021年3月1日", "20210301", "２０２１－３－１"]
        {
            assert_eq!(day(text).unwrap().to_string(), "2021-03-01", "{text}");
        }
        for text in
            ["2021年3月", "1/3/2021", "2021-02-30", "44256", "昨天", "2021-3-1-1", "+021-3-1"]
        {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn counts_and_kinds_are_read_with_what_stands_around_them() {
        assert_eq!(count("core-members", "６人").unwrap(), 6);
        assert_eq!(count("reserve", "候补2").unwrap(), 2);
        assert!(count("core-members", "0").is_err() && count("core-members", "六").is_err());
        assert_eq!(kind("创业团队").unwrap(), Value::Word("team".to_owned()));
        assert_eq!(kind("Start-up").unwrap(), Value::Word("start-up".to_owned()));
        assert!(kind("事业单位").is_err());
        assert_eq!(points("87.50分").unwrap().to_string(), "87.50");
        assert!(points("-1").is_err() && points("1e3").is_err() && points("0.1234567").is_err());
    }
}
