"""Time limits inside a list of responsible bodies: 2025年12月底前, 年内完成, 长期坚持.

A limit is a clause of the list, or the last words of one; it names no body.
"""

import re

__all__ = ["DEADLINE", "LAST_DEADLINE"]

# 6月底前完成, 2025年12月底前, 年内持续推进, 6月底前完成主要工作, 长期坚持
_DAY = (
    r"(?:(?:到|于)?(?:20\d\d年|今年|当年|每年)?(?:年内|年底|全年|[上下]半年|第?[一二三四1-4]季度)?"
    r"(?:\d{1,2}月(?:份)?)?(?:\d{1,2}日|[上中下]旬|底|末)?(?:之前|以前|前|内|起)?)"
)
_KEPT_ON = r"(?:长期|持续|常态化)(?:坚持|推进|实施|开展|深化)"
_DONE = (
    r"(?:(?:基本|全部|全面|分批|按期)?(?:完成|实施|见效|建成|启动|到位)(?:主要工作|阶段性任务|任务)?"
    rf"(?:并{_KEPT_ON})?|取得(?:明显|阶段性)?(?:成效|进展)|{_KEPT_ON})"
)
DEADLINE = re.compile(rf"[\s，,]*(?=[^\s，,]{{3}}){_DAY}{_DONE}?[\s，,]*")
LAST_DEADLINE = re.compile(rf"[，,]\s*(?=[^\s，,]{{3}}){_DAY}{_DONE}?[\s，,]*\Z")
