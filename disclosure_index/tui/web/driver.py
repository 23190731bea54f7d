"""How the app is driven by the server that shows it in a browser."""

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Textual's driver, with an end: where its input ends the server has ended, even if it was killed.

    Textual's own would wait for a message that nobody sends any more, in a process that nobody sees.
    """

    def run_input_thread(self) -> None:
        """Read what the server sends, and leave the app when there can be no more of it."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())
