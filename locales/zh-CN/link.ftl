### 与服务端连接时的问题：无法读取的链接与连接故障。

trouble-not-a-link = 这不是加入链接。链接形如 roadshow://192.168.1.10:7878/A/judge/A1/口令，请从服务端完整复制。
trouble-bad-fingerprint = 链接第 { $column } 个字符起：@ 之前不是服务端密钥的指纹。请从服务端完整复制。
trouble-no-hub = 链接第 { $column } 个字符起：没有写明服务端的位置，这里应为主机与端口。请从服务端完整复制。
trouble-no-seat = 链接第 { $column } 个字符起：没有写明席位与口令。请从服务端完整复制。
trouble-no-pass = 链接第 { $column } 个字符起：口令只含字母与数字。请从服务端完整复制，不要带上后面的符号。
trouble-unreachable = { $hub } 没有服务端应答。请确认服务端正在运行，且本机在同一网络中。
trouble-silent = { $hub } 的服务端没有应答了。
trouble-closing = { $hub } 的服务端已关闭。
trouble-wrong-pass = { $hub } 的服务端不认识这个口令。请使用它当前打印的链接。
trouble-pass-renewed = { $hub } 的服务端已为本席位换发口令，此链接已失效。请向主持人索取新链接。
trouble-no-such-seat = { $hub } 的服务端所运行的场次没有席位 { $seat }。请使用它当前打印的链接。
trouble-other-version = { $hub } 的服务端使用 { $theirs }，本程序使用 { $ours }。请在所有电脑上使用同一版本的 roadshow。
trouble-other-machine = { $hub } 上应答的是另一台机器：它没有链接所写明的密钥，本机未向它发送任何内容。请使用服务端当前打印的链接；若链接没有变，请告知主办方：可能有人在中间截听。
trouble-not-encrypted = { $hub } 上应答的一方不加密，而此链接要求加密；未发送任何内容。若服务端已用 --plain 重新打开，请使用它当前打印的链接。
trouble-only-encrypted = { $hub } 的服务端只接受加密连接，而此链接没有写明密钥。请使用它当前打印的链接。
trouble-old-hub = { $hub } 上是旧的服务端：本终端已连接过用副本接手的新服务端。请关闭旧服务端，比赛在新服务端上继续。
trouble-full = { $hub } 的服务端已满：加入的终端和大屏已达上限，或来自本机网络的已达上限。
trouble-not-a-hub = { $hub } 上应答的不是 roadshow 服务端。请检查主机与端口。

trouble-detail = { $trouble }（{ $detail }）

# 主持台与监督屏上的存储情况。
storage-trouble = 当前无法存入任何记录：{ $why }
storage-copy-trouble = { $folder } 自 { $time } 起没有新副本：{ $why }
storage-copy = 副本 { $folder }：{ $time }，{ $head }
storage-copy-none = 副本 { $folder }：正在制作
