"""Two hundred strings that have broken programs: markup, formulas, templates, scripts, signs and lengths."""

_MARKUP = (
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", '" onmouseover="alert(1)',
    "${title} $style &amp; &lt;", "# no heading", "[link](javascript:alert(1))", "| a | table |",
    "1. no item", "`code` *emphasis* __strong__", "<r><t>x</t></r>", "<r></r>", "<b>bold</b>",
    "]]>", "<![CDATA[x]]>", "<!-- x -->", "<!DOCTYPE x>", "&#0;", "&#x1F600;", "&nbsp;", "&&amp;amp;",
    "</w:t></w:r>", "<w:br/>", "<t>", "{{7*7}}", "{% x %}", "%s%n%d", "{0}", "{title!r}", "$(id)",
    "`id`", "\\", "\\\\", "\\n", "\\N", "\\u0041", "_x0041_", "_x000D_", "\\,", "\\;",
    "BEGIN:VEVENT", "END:VCALENDAR", "ATTACH:file:///etc/passwd", "a;b,c:d", "X=1;Y=2",
    "#import \"x\"", '#read("/etc/passwd")', "$x^2$", "@ref", "<label>", "= heading", "- item", "+ item",
    "/ term: x", "~~x~~", "---", "***", "```", "> quote", "![x](file:///etc/passwd)", "[^1]", "[1]: x",
)  # fmt: skip
_FORMULAS = (
    "=1+1", "=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(1,2)", '=HYPERLINK("http://x.example","y")',
    "=IMPORTXML(CONCAT(\"\",A1))", "'=1", '"=1"', " =1", "{=1}", "=\"x\"", "1e5", "0123", "1/2", "1-2",
    "TRUE", "#REF!", "#N/A", "12:30", "2025-06-03", "€5", "50%", "00", "1,5", "−1", "＝1＋1", "‘=1’",
)  # fmt: skip
_TALKS = (
    "'; DROP TABLE positions; --", "' OR 1=1", '" OR ""="', "x'y", 'x"y', "x,y", "x;y", "a\u00a0b",
    "../../etc/passwd", "C:\\Windows\\x", "file:///etc/passwd", "http://x.example/?a=1&b=2", "CON", "nul",
    "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "\\\\host\\share", "~", ".", "..",
    "null", "None", "undefined", "NaN", "Infinity", "true", "[]", "{}", "0", "-0", "1" * 300,
)  # fmt: skip
_SCRIPTS = (
    "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇦", "e\u0301", "é", "ﬁ", "İı", "ß", "ẞ", "ǆ", "Å", "ｆｕｌｌ", "ℌ", "𝕳𝖊𝖑𝖑𝖔",
    "محادثات إسطنبول", "שלום עולם", "سلام (1) ABC", "Друга зустріч", "伊斯坦布尔", "イスタンブール", "이스탄불", "ไทย",
    "हिन्दी", "தமிழ்", "ქართული", "Հայերեն", "አማርኛ", "བོད་", "𒀀𒁀", "𠜎𠜱", "a\u0300\u0301\u0302\u0303\u0304b",
    "Z̷͙̗", "؟", "¿Qué?", "«guillemets»", "„tief“", "‚x‘", "—", "…", "¶", "§", "№", "°", "′″", "½", "∞", "≠", "\u200b",
    "a\u00adb", "x\u200cy", "x\u200dy", "\u2028x".strip(), "ŁÓDŹ", "Ærø", "Þór", "ŋ", "ʻokina", "ə", "ɓ",
)  # fmt: skip

_SOME = (*_MARKUP, *_FORMULAS, *_TALKS, *_SCRIPTS)
HOSTILE = (*_SOME, *(f"{one} {other}" for one, other in zip(_SOME, reversed(_SOME), strict=True)))[
    :200
]
