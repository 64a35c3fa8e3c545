"""Says what a surefire report holds: `tests N`, then `fail NAME` or `skip NAME: REASON` for each test that did not pass."""

import sys
import xml.etree.ElementTree

suite = xml.etree.ElementTree.parse(sys.argv[1]).getroot()
print("tests", suite.get("tests"))
for case in suite.iter("testcase"):
    name = f"{case.get('classname')}.{case.get('name')}".replace("\n", " ")
    if case.find("failure") is not None or case.find("error") is not None:
        print("fail", name)
    elif case.find("skipped") is not None:
        skipped = case.find("skipped")
        reason = (skipped.get("message") or skipped.text or "").strip() or "no reason given"
        print("skip", f"{name}: {reason.splitlines()[0]}")
