"""The notebook runs from its first cell to its last; what it shows is kept in target/ to look at."""

import nbclient
import nbformat

from conftest import REPOSITORY

NOTEBOOK = REPOSITORY / "docs" / "readers" / "customer-value.ipynb"


def test_notebook(warehouse, monkeypatch):
    monkeypatch.setenv("LINKAGE_WAREHOUSE", str(warehouse))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs for cell in cells), "figures of one company do not belong in the repository: clear the outputs"

    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": NOTEBOOK.parent}}).execute()

    assert all(cell.outputs for cell in cells[1:]), "every cell after the first shows something"
    nbformat.write(notebook, REPOSITORY / "readers" / "target" / NOTEBOOK.name)
