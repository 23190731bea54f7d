"""Payloads: text in a report or project file that tries to control the program that shows it."""

PAYLOADS = (
    # terminals
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b]8;;http://example.com\x1b\\link", "\x1b[2J\x1b[H", "\x1bP+q\x1b\\",
    "\x1b[6n", "\x07", "a\bb", "a\rb", "a\x00b", "\x7f", "\x9b31m", "\x90q\x9c", "a\x0bb\x0cc", "a\x85b",
    # text direction, and line ends
    "abc\u202edef", "\u2066a\u2069", "\u202a\u202b\u202c\u202d", "a\u2028::error::b", "a\u2029::error::b",
    # build servers
    "\n::error::pwn", "\r\n::error file=a::pwn", "\r::warning::pwn", "  ::add-mask::x", "\n\t::stop-commands::x",
    "\n\u3000::set-env name=A::b", "##[error]pwn", "a ##[add-mask]x", "##vso[task.setvariable variable=a]b",
    "##teamcity[message text='x']", "%0A::error::pwn",
    # spreadsheets
    "=1+1", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "\t=1", "\uff1d1+1",
    # web pages
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "]]>&lt;<!--", "| a | [b](javascript:alert(1)) `",
)  # fmt: skip

assert len(PAYLOADS) == 40
