### 锁定前请监督员核对的情形：是什么，该问什么。

alarm-spread = { $seat }：总分 { $total } 与评审组中位数 { $median } 相差达到 { $limit }。请询问是否属实。
alarm-against-panel = { $seat } 最近 { $projects } 个项目的高低次序与评审组相反：相反 { $against } 对，相同 { $along } 对。请询问是否弄反了高低。
alarm-same-share = { $seat }：最近 { $sheets } 份评分表各评分项均为满分的同一比例。请询问是否逐项评分。
alarm-same-total = { $seat } 给最近 { $sheets } 个项目的总分都是 { $total }。请询问是否属实。
alarm-all-in-one = { $seat }：全部分数都在 { $criterion }（{ $mark }），其余评分项为零。请询问是否误将总分填入该项。
alarm-exchanged = { $seat }：{ $criterion } 与 { $other } 的分数疑似填反。请询问各是多少。
