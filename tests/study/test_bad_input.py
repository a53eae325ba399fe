"""Bad input: one line with file, place and remedy, exit code 1; the others run, good tables stay."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.documents import as_docx, as_pdf, pdf_of, text_at

from compare import cli
from compare.sources import LIMITS
from compare.study.errors import StudyError
from compare.study.place import Study

PLAN = ["丁市养老服务实施方案", "到2025年,养老机构护理型床位占比不低于65%。"]


def truncated_pdf() -> bytes:
    data = as_pdf(PLAN)
    return data[: len(data) // 2]


def locked_pdf() -> bytes:
    """Encrypted with a user password (ISO 32000, standard handler, revision 2)."""
    key = "<" + "5a" * 32 + ">"
    encryption = f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>".encode()
    trailer = f"/Encrypt 6 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return pdf_of([text_at(80, 200, PLAN[1])], objects=[encryption], trailer=trailer)


def bomb() -> bytes:
    """A Word file whose text unpacks to a thousand times its size."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_docx(PLAN))) as good,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            bad.writestr(name, b" " * 150_000_000 if name == "word/document.xml" else good.read(name))
    return packed.getvalue()


def entities(secret: Path) -> bytes:
    """A Word file that asks for another file to be put into its text."""
    packed = io.BytesIO()
    doctype = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with zipfile.ZipFile(io.BytesIO(as_docx(PLAN))) as good, zipfile.ZipFile(packed, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == "word/document.xml":
                text = data.decode("utf-8").replace("丁市", "丁市&x;")
                head, _, body = text.partition("?>")
                data = f"{head}?>{doctype}{body}".encode()
            bad.writestr(name, data)
    return packed.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("bad.txt", lambda: b"", "byte 0: the file is empty; download"),
    "binary": ("bad.txt", lambda: bytes(range(256)) * 40, "binary"),
    "truncated pdf": ("bad.pdf", truncated_pdf, "; "),
    "pdf with a password": ("bad.pdf", locked_pdf, "password"),
    "zip bomb": ("bad.docx", bomb, "; "),
}


@pytest.mark.parametrize("registered", [False, True], ids=["dropped", "registered"])
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_costs_itself_only(
    study: Study, run: Any, contents: Any, case: str, registered: bool
) -> None:
    """Whether it was dropped or is in the register: one line, and the tables are those without it."""
    run(study)
    good = contents(study.processed)
    name, data, expected = BAD[case]
    (study.raw / name).write_bytes(data())
    if registered:
        with study.register.open("a", encoding="utf-8") as file:
            file.write(f"\n- {{plan_id: bad, region_zh: 丁市, source_file: {name}}}\n")
    report = run(study)
    (problem,) = report.problems
    assert 1 == report.exit_code
    assert problem.startswith(f"data/raw/{name}: ")
    assert expected in problem
    assert "please report" not in problem
    assert "\n" not in problem
    assert good == contents(study.processed)


def test_an_external_entity_is_not_followed(study: Study, run: Any, tmp_path: Path) -> None:
    """What lies elsewhere on the computer is not read into a plan, and not shown."""
    secret = tmp_path / "secret.txt"
    secret.write_text("养老服务床位达到777张", encoding="utf-8")
    (study.raw / "bad.docx").write_bytes(entities(secret))
    report = run(study)
    assert all("777" not in path.read_text(encoding="utf-8") for path in study.processed.iterdir())
    (problem,) = report.problems
    assert problem.startswith("data/raw/bad.docx: word/document.xml: ")
    assert "777" not in problem


def test_scripts_of_a_page_are_no_part_of_the_plan(study: Study, run: Any) -> None:
    """Neither run nor read: no number of theirs becomes a statement."""
    page = (
        "<html><head><meta charset=utf-8><script>var a = '床位达到999张'; while (1) {}</script></head><body>"
        f"<h1>昆明市养老服务实施方案</h1><p onclick=\"alert('到2030年床位达到888张')\">{PLAN[1]}</p>"
        "<script>document.write('养老服务床位达到666张')</script><p>各县市要认真落实本方案,加强组织领导。</p></body></html>"
    )
    (study.raw / "page.html").write_text(page, encoding="utf-8")
    assert [] == run(study).problems
    statements = (study.processed / "statements.csv").read_text(encoding="utf-8")
    assert "不低于65%" in statements
    assert not any(number in statements for number in ("999", "888", "666"))


def test_a_text_of_200_mb_is_refused_by_its_size(study: Study, run: Any) -> None:
    """It is not read into memory; the limit is named."""
    with (study.raw / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    report = run(study)
    assert [
        f"data/raw/large.txt: file size: 200 MB, and a .txt of a plan may have {LIMITS['txt'] // 10**6} MB"
    ] == [problem.partition(";")[0] for problem in report.problems]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a\x1b[2Jb.txt", "a\nb.txt", "a\u202etxt.exe.txt"])
def test_a_name_with_control_characters_is_shown_harmless(study: Study, run: Any, name: str) -> None:
    """It could clear the screen, or forge a line of the report."""
    (study.raw / name).write_text("\n".join(PLAN), encoding="utf-8")
    (problem,) = run(study).problems
    assert problem.isprintable()
    assert "file name: the name holds control characters; rename the file" in problem


def test_a_path_out_of_the_folder_is_not_followed(study: Study, run: Any, tmp_path: Path) -> None:
    """Neither ../ in the register nor a link in data/raw, registered or added by hand."""
    (tmp_path / "secret.txt").write_text("\n".join(PLAN), encoding="utf-8")
    entry = "\n- {plan_id: out, region_zh: 丁市, source_file: ../../../secret.txt}\n"
    study.register.write_text(study.register.read_text(encoding="utf-8") + entry, encoding="utf-8")
    (problem,) = run(study).problems
    assert problem.endswith(
        "source_file is '../../../secret.txt'; name a file in data/raw, without '..' or a drive"
    )
    study.register.write_text(
        study.register.read_text(encoding="utf-8").replace("../../../secret", "link"), encoding="utf-8"
    )
    (study.raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    (problem,) = run(study).problems
    assert problem.startswith(
        "data/raw/link.txt: file name: the path or a link in it leads out of the folder; copy"
    )


def test_a_link_is_not_added(study: Study, tmp_path: Path, capsys: Any) -> None:
    """Refused at once, not only by the next run."""
    (tmp_path / "secret.txt").write_text("\n".join(PLAN), encoding="utf-8")
    (study.raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    before = study.register.read_bytes()
    assert 1 == cli.main(["add", str(study.raw / "link.txt"), "--yes", "--study", str(study.root)])
    assert "link.txt: file name: the path or a link in it leads out of the folder" in capsys.readouterr().err
    assert before == study.register.read_bytes()


@pytest.mark.parametrize("data", [b"- plan_id: [a\n", b"plans: none\n", b"\xff\xfe- plan_id: a\n"])
def test_a_broken_register_leaves_the_tables(
    study: Study, run: Any, contents: Any, capsys: Any, data: bytes
) -> None:
    """Nothing can be run without it; nothing is lost either."""
    run(study)
    good = contents(study.processed)
    study.register.write_bytes(data)
    with pytest.raises(StudyError, match=r"^data/raw/plans\.yaml: (?:line|byte) \d+: .+; ") as error:
        run(study)
    assert 1 == len(error.value.problems)
    assert good == contents(study.processed)
    assert 1 == cli.main(["run", "--no-notebooks", "--study", str(study.root)])
    assert 1 == capsys.readouterr().err.count("\n")


def test_two_plans_with_one_id(study: Study, run: Any, contents: Any) -> None:
    """The first is used, the second named with its line."""
    run(study)
    good = contents(study.processed)
    (study.raw / "other.txt").write_text("\n".join(PLAN), encoding="utf-8")
    with study.register.open("a", encoding="utf-8") as file:
        file.write("\n- {plan_id: yi, region_zh: 丁市, source_file: other.txt}\n")
    report = run(study)
    expected = "data/raw/plans.yaml: line 16: a second plan with the id yi; give one of the two another id"
    assert [expected] == report.problems
    assert good == contents(study.processed)


def test_an_unknown_region_is_said_until_it_is_filled_in(study: Study, run: Any) -> None:
    """The plan is compared; the line names the entry, and comes again until a person wrote the region."""
    (study.raw / "new.txt").write_text("\n".join(PLAN), encoding="utf-8")
    for _ in range(2):
        report = run(study)
        (problem,) = report.problems
        assert problem == (
            "data/raw/plans.yaml: new (new.txt): its region is not known; "
            "write region_zh, region_en and region_code into its entry"
        )
    assert "new,nursing_bed_share,general,stated,65" in (study.processed / "comparison.csv").read_text(
        encoding="utf-8"
    )
    text = study.register.read_text(encoding="utf-8")
    before, _, mine = text.rpartition("- plan_id: new")
    for code, expected in (
        ("999999", "no region has the code 999999; correct it, or write ''"),
        ("530100", ""),
    ):
        filled = mine.replace("region_zh: ''", "region_zh: 丁市").replace(
            "region_code: ''", f"region_code: '{code}'"
        )
        study.register.write_text(f"{before}- plan_id: new{filled}", encoding="utf-8")
        assert [expected] == [problem.partition("): ")[2] for problem in run(study).problems] or [""]
