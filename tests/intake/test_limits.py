from rapporteur.intake import LIMITS, Limits, settings


def test_every_limit_is_a_row_with_its_default_and_its_help():
    rows = settings()
    assert [row.name for row in rows] == list(Limits.__struct_fields__)
    assert all(row.default == getattr(LIMITS, row.name) and len(row.help) > 10 for row in rows)
