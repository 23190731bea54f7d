"""Run the program on a pseudo-terminal, where it asks questions."""

import os
import pty
import subprocess
import sys


def on_a_terminal(answers: bytes, *arguments: object) -> str:
    """Run the program with these arguments, type the answers, and return what it prints."""
    main, other = pty.openpty()
    command = [sys.executable, "-m", "disclosure_index", *map(str, arguments)]
    process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, close_fds=True)
    os.close(other)
    os.write(main, answers)
    printed = b""
    try:
        while piece := os.read(main, 4096):
            printed += piece
    except OSError:  # the other side is closed: Linux reports it in this way
        pass
    os.close(main)
    assert process.wait(60) == 0
    return printed.decode()
