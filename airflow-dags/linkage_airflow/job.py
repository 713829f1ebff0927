"""The task that runs one job of a night, and what each of its ends means to Airflow."""

import json
import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

from airflow.sdk import BaseOperator, Context
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from linkage_airflow.business_date import business_date
from linkage_airflow.settings import Settings

ENDS = {
    1: "a fault in Linkage",
    2: "the command line or the configuration is wrong; mend it, then clear this task",
    3: "the data stopped the night and nothing was published; mend the source, read it anew with 'linkage run ingest --force', "
    "then clear this task",
    4: "another run holds the warehouse; clear this task when it is over",
    5: "a source or a store could not be reached",
}
RETRIED = (1, 5)
SUMMARY = "Summary: "
STOP_SECONDS = 60


class LinkageJob(BaseOperator):
    """Runs one job of a night and leaves its summary as XCom ``summary``, however it ends."""

    def __init__(self, *, company: str, zone: str, settings: Settings, **kwargs) -> None:
        super().__init__(**kwargs)
        self.company = company
        self.zone = zone
        self.settings = settings
        self._process: subprocess.Popen | None = None

    def execute(self, context: Context) -> None:
        """Runs the job for the run's business date; ends well, with a retry, or for good, as its exit code says."""
        run, params = context["dag_run"], context["params"]
        day = business_date(params["business_date"], run.data_interval_start, run.run_after, self.zone).isoformat()
        code, summary_file = self._run(command(self.settings, self.task_id, day, params["force"]))
        summary = read_summary(summary_file) or {
            "company": self.company, "job": self.task_id, "business_date": day, "exit": code
        }
        context["ti"].xcom_push(key="summary", value=summary)
        if code != 0:
            raise failure(code, f"{self.task_id} of {self.company} for {day}", summary.get("failure"))
        for asset in self.outlets:
            context["outlet_events"][asset].extra = {"business_date": day, "run": summary.get("run")}

    def on_kill(self) -> None:
        """Asks the job to stop; it ends after the step it is at, and the next try goes on there."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)

    def _run(self, words: list[str]) -> tuple[int, Path | None]:
        self.log.info("Running %s", " ".join(words))
        try:
            self._process = subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                text=True, encoding="utf-8", errors="replace", start_new_session=True,
            )  # fmt: skip
        except OSError as fault:
            raise AirflowFailException(
                f"{words[0]} cannot be started: {fault.strerror}. Check home, engine and submit of the settings"
                " (docs/airflow.md), then clear this task."
            ) from fault
        try:
            summary = self._tell(self._process.stdout)
            return self._process.wait(), summary
        finally:
            self.on_kill()

    def _tell(self, lines: Iterable[str]) -> Path | None:
        summary = None
        for line in lines:
            self.log.info(line.rstrip("\n"))
            if line.startswith(SUMMARY):
                summary = Path(line[len(SUMMARY) :].strip())
        return summary


def command(settings: Settings, job: str, day: str, force: bool) -> list[str]:
    """The words of the command that runs a job for a business date."""
    start = [str(settings.home / "linkage")]
    if settings.engine == "spark-submit":
        jar = settings.home / "jobs" / "target" / "linkage.jar"
        start = [*settings.submit, "--class", "io.linkage.jobs.Main", str(jar)]
    where = ["--conf", str(settings.conf), "--warehouse", str(settings.warehouse), "--date", day]
    return [*start, "run", job, *where, *(["--force"] if force else [])]


def read_summary(file: Path | None) -> dict | None:
    """What the job wrote of its run; nothing where it ended before it could, or on a disk that is not seen from here."""
    try:
        return json.loads(file.read_text(encoding="utf-8")) if file else None
    except (OSError, ValueError):
        return None


def failure(code: int, what: str, reason: str | None) -> AirflowException:
    """What Airflow is told of an exit code that is not 0: the kind of the exception decides on retries."""
    if code in ENDS:
        text = f"{what} ended with exit code {code}: {ENDS[code]}."
    else:
        text = f"{what} ended with {code}, which is none of Linkage's exit codes: it was killed or never began."
    if reason:
        text += f" {reason}"
    killed = code < 0 or code > 128
    return AirflowException(text) if code in RETRIED or killed else AirflowFailException(text)
