# 日志文件与密钥文件的问题：发生了什么，怎么办。

journal-missing = 找不到日志文件 { $path }。请核对路径。
journal-not-a-journal =
    { $found ->
        [folder] { $path } 是文件夹，不是日志文件。请写出其中日志文件的名字。
        [empty-file] { $path } 是空文件，不是日志文件。请换一个路径，或先移走它。
       *[other-file] { $path } 不是 roadshow 的日志文件。请换一个路径；它没有被改动。
    }
journal-newer-format = { $path } 由更新版本的 roadshow 写成（格式 { $format }，本程序最高支持 { $known }）。请用新版本打开。
journal-in-use = { $path } 正由另一个程序使用。请先停止另一个服务端，或换一个日志文件。
journal-cannot-create = 无法在 { $path } 写入日志文件：{ $detail }。请检查文件夹和权限，或换一个位置。
journal-cannot-read = 无法读取 { $path }：{ $detail }。请检查权限和磁盘。
journal-damaged =
    { $whole ->
        [0] { $path } 已损坏或不完整：{ $detail }。它没有被改动。若只是末尾损坏，服务端启动时会自行截去；若损坏处在中间，请改用备份。
       *[other] { $path } 已损坏或不完整：第 { $whole } 条之前（含）完好，其后：{ $detail }。它没有被改动。若只是末尾损坏，服务端启动时会自行截去；若损坏处在中间，请改用备份。
    }
journal-missing-record = { $path } 缺第 { $seq } 条记录，其后却还有记录。请保留此文件留档，改用备份。
journal-changed-record = { $path } 的第 { $seq } 条记录与写入时不符：内容被改动、换了位置或已损坏。若它是最后一条，服务端启动时会自行截去；否则请保留此文件留档，改用备份。
journal-unreadable-record = { $path } 的第 { $seq } 条记录完好，但本程序读不懂：{ $detail }。它很可能由更新版本写成，请用新版本打开。
journal-unstorable = 这一步无法存入记录，因此没有执行：{ $detail }。这是程序的缺陷，请报告。
journal-disk-full = 磁盘已满，{ $path } 没能写入，刚才这一步没有执行。请腾出空间后再做一次。
journal-not-stored = { $path } 没能写入：{ $detail }。刚才这一步没有执行。请检查磁盘后再做一次。
journal-moved-on = 另一个程序写过 { $path }：末条记录是第 { $found } 条，而本服务端只知道到第 { $expected } 条。为保证只有一个服务端，本服务端已关闭；已确认的内容都在记录中。请用另一个服务端继续，或先停掉它再重新启动本服务端。
journal-deleted = 服务端正在写入时，{ $path } 被删除或移走了，刚才这一步没有执行。服务端会用仍打开着的内容恢复该文件：请把这一步再做一次，并查明是谁在那里删除文件。
journal-replaced = { $path } 处是另一个文件，其中没有本服务端已存的记录，现在什么都存不进去。请移走该文件，服务端随后会恢复自己的文件。
journal-not-a-copy = { $path } 不是本记录的旧副本，因此不会被覆盖。请换一个存放副本的文件夹，或移走该文件。
journal-copy-not-written = 无法写入 { $path }：{ $detail }。请确认文件夹存在且有空间。
journal-copy-not-read = 无法读取 { $path }：{ $detail }。
journal-copy-broke = 备份到 { $path } 时程序出错，下次仍会再试；日志本身不受影响。
journal-no-copies = 无法备份：{ $detail }。请关闭其他程序，并在下次休息时重启服务端。
journal-no-passphrase = { $path } 中没有密码，请写入一个。
journal-copy-is-encrypted = { $path } 已加密。请用 --copies-passphrase-file 给出密码。
journal-wrong-passphrase = { $path } 打不开：密码不对，或文件被改动过。
journal-place-taken = { $path } 已经存在，副本不会覆盖它。请用 --data 另指定日志文件。
journal-cut = { $path } 的末尾已损坏，损坏部分已截去：记录现在止于第 { $whole } 条。损坏的文件保留为 { $aside }。请与评委和主持最后得到确认的内容核对。

key-missing = 找不到 { $path }。所有口令都由它推出：请把它放回日志旁边。
key-not-a-key = { $path } 不是密钥文件。请放回原来的文件；若已丢失，移走它再启动，然后重新分发所有入场链接。
key-cannot-read = 无法读取密钥文件 { $path }：{ $detail }。请检查权限。
key-cannot-create = 无法保存密钥文件 { $path }：{ $detail }。请检查文件夹和权限。
