"""The driver of the app under the server that shows it in a browser."""

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Textual's driver, which also ends with its input: the server has ended then, even if it was killed.

    Textual's own would wait for a message that never comes, in a process that nobody sees.
    """

    def run_input_thread(self) -> None:
        """Read what the server sends, and exit the app at the end of the input."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())
