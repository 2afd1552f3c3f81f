# 记录文件与密钥文件的问题：发生了什么，怎么办。

journal-missing = 找不到记录文件 { $path }。请核对路径。
journal-not-a-journal =
    { $found ->
        [folder] { $path } 是文件夹，不是记录文件。请写出其中记录文件的名字。
        [empty-file] { $path } 是空文件，不是记录文件。请换一个路径，或先移走它。
       *[other-file] { $path } 不是 roadshow 的记录文件。请换一个路径；它没有被改动。
    }
journal-newer-format = { $path } 由更新版本的 roadshow 写成（格式 { $format }，本程序最高支持 { $known }）。请用新版本打开。
journal-in-use = { $path } 正由另一个程序使用。请先停止另一个服务端，或换一个记录文件。
journal-cannot-create = 无法在 { $path } 写入记录文件：{ $detail }。请检查文件夹和权限，或换一个位置。
journal-cannot-read = 无法读取 { $path }：{ $detail }。请检查权限和磁盘。
journal-damaged =
    { $whole ->
        [0] { $path } 已损坏或不完整：{ $detail }。它没有被改动；请改用备份。
       *[other] { $path } 已损坏或不完整：第 { $whole } 条之前（含）完好，其后：{ $detail }。它没有被改动；请改用备份。
    }
journal-missing-record = { $path } 缺第 { $seq } 条记录，其后却还有记录。请保留此文件留档，改用备份。
journal-changed-record = { $path } 的第 { $seq } 条记录与写入时不符：内容被改动或换了位置。请保留此文件留档，改用备份。
journal-unreadable-record = { $path } 的第 { $seq } 条记录完好，但本程序读不懂：{ $detail }。它很可能由更新版本写成，请用新版本打开。
journal-unstorable = 这一步无法存入记录，因此没有执行：{ $detail }。这是程序的缺陷，请报告。
journal-disk-full = 磁盘已满，{ $path } 没能写入，刚才这一步没有执行。请腾出空间后再做一次。
journal-not-stored = { $path } 没能写入：{ $detail }。刚才这一步没有执行。请检查磁盘后再做一次。

key-missing = 找不到 { $path }。所有口令都由它推出：请把它放回日志旁边。
key-not-a-key = { $path } 不是密钥文件。请放回原来的文件；若已丢失，移走它再启动，然后重新分发所有入场链接。
key-cannot-read = 无法读取密钥文件 { $path }：{ $detail }。请检查权限。
key-cannot-create = 无法保存密钥文件 { $path }：{ $detail }。请检查文件夹和权限。
