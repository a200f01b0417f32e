"""Names that try to be more than names: markup, expressions, SQL, paths, formulas, signs that nobody sees.

Each is a text that a field of a table may hold. MARK stands in every one of them that is long enough, so that outputs
can be searched for it; TAG is an element that no output has of its own.
"""

MARK = "Qz7"
TAG = "asmqq"
_FAR = "192.0.2.1"  # an address for documentation, which no network answers

HOSTILE_NAMES = {
    "script": f"<script>alert('{MARK}1')</script>",
    "picture": f'{MARK}2 <img src="http://{_FAR}/x.png" onerror=alert(1)>',
    "element": f"<{TAG} onload='x'>{MARK}3</{TAG}>",
    "end of a comment": f"{MARK}4 --> ]]> <!-- <![CDATA[ </style></title>",
    "entities": f"{MARK}5 & &amp; &lt;b&gt; &#60; &bogus;",
    "end of an attribute": f'{MARK}6" \' onmouseover="alert(1)" x=\'',
    "expression": f"{MARK}7 [% @project_path %] [% 6 * 7 %]",
    "open expression": f"{MARK}8 [%[% %]%] [[%",
    "quotes of an expression": f"{MARK}9' || 6 * 7 || '\\' \" \\",
    "end of a statement": f"{MARK}10'; DROP TABLE sites; --",
    "end of a column": f'{MARK}11"; DROP TABLE "sites"; --',
    "placeholders": f"{MARK}12 {{0}} {{area}} {{}} {{area.__class__}} %n %1 %s %(x)s $x ${{x}}",
    "formula": f'=HYPERLINK("http://{_FAR}";"{MARK}13")',
    "command": f"+cmd|' /C calc'!{MARK}14",
    "at sign": f"@SUM({MARK}15)",
    "minus": f"-2+3 {MARK}16",
    "path": f"../../{MARK}17/x",
    "path of Windows": f"..\\..\\C:\\{MARK}18. . .",
    "device": "CON",
    "share": f"\\\\{_FAR}\\{MARK}20",
    "address": f"file:///etc/passwd#{MARK}21",
    "line and tab": f"{MARK}22\nsecond\tline\r\nthird",
    "signs without width": f"{MARK}23\u200b\u200d\u2060\ufeffx",
    "right to left": f"{MARK}24 \u202egnp.exe\u202c \u0645\u0646\u062c\u0645",
    "combining marks": f"{MARK}25 a" + "\u0301" * 60,
    "no characters": f"{MARK}26 \uffff\ufffe \x01\x08\x1b\x7f\x85",
    "pictograms": f"{MARK}27 \U0001f525\U0001f468\u200d\U0001f469",
    "half a character": f"{MARK}28 \ufffd",
    "separators of lines": f"{MARK}29\u2028x\u2029y",
    "backticks": f"{MARK}30 `id` $(id) ; | & < >",
    "one quote": "'",
    "one double quote": '"',
    "blanks": "   ",
    "nothing": "",
    "not a number": "NaN",
    "null": "NULL",
    "one letter": "x",
    "long": f"{MARK}31 " + "long " * 60,
    "ten thousand letters": f"{MARK}32" + "y" * 10_000,
}
