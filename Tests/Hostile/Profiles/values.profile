Set: a = {a}
Set: b = [repeat 10000 times]
Set: c = \[
Set: = x
Set: d
Set: name = x
