# 奖项是否取决于某一位评委、某一评分项或规则的某一细节：表头与说明。
robustness-head = { $projects } 个项目，{ $variants } 种算法
robustness-award = 奖项
robustness-judges = 去掉一位评委
robustness-criteria = 去掉一个评分项
robustness-rounding = 改变修约
robustness-trimming = 改变去高去低
robustness-cell = { $of ->
    [0] -
   *[other] { $changed ->
        [0] 不变（{ $of }/{ $of }）
       *[other] 有变（{ $changed }/{ $of }）
      }
  }
robustness-open = 未定：并列待裁定
robustness-nobody = 尚无人获得
robustness-none = 无奖项
robustness-change = { $variant }：{ $project } 由{ $from }变为{ $to }
robustness-unscored = { $variant }：{ $project } 将没有得分（{ $note }）
robustness-waiting = { $variant }：{ $projects } 将等待评委组长裁定
robustness-moves = { $project } 由{ $from }变为{ $to }
robustness-loses = { $project } 没有得分（{ $note }）
robustness-waits = { $projects } 待评委组长裁定

## What is done otherwise.
variant-without-judge = 去掉评委 { $seat }
variant-without-criterion = 去掉「{ $name }」
variant-rounded-later = 按未修约的得分排名
variant-rounded-sooner = 按公布的得分排名
variant-halves-otherwise = 逢五改按另一方式修约
variant-plain-mean = 取平均分
variant-trimmed-by-total = 去掉最高和最低总分
variant-trimmed-by-criterion = 逐项去掉最高分和最低分
