"""Rows as a table for people and as records for programs."""


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.001 or value == 0 else f"{value:.1e}"


def ratios(row, rows):
    """A row's median over that of each yardstick of its set."""
    if row.is_yardstick or not row.values:
        return {}
    return {other.name: row.median / other.median
            for other in rows if other.is_yardstick and other.values and other.median}


def text(rows):
    """One set: what was measured, and how it stands to each yardstick."""
    lines = [f"\n{rows[0].set} ({rows[0].unit})"]
    width = max(len(row.name) for row in rows)
    for row in rows:
        mark = "·" if row.is_yardstick else " "
        if not row.values:
            lines.append(f" {mark} {row.name:{width}}  {row.remark}")
            continue
        cells = [number(it) for it in (min(row.values), row.median, max(row.values))]
        beside = ", ".join(f"{it:.3g} × {name}" for name, it in ratios(row, rows).items())
        remark = "  ".join(it for it in (beside, row.remark) if it)
        lines.append(f" {mark} {row.name:{width}}" + "".join(f"{it:>10}" for it in cells)
                     + f"  of {len(row.values):<3} {remark}".rstrip())
    return "\n".join(lines)


def records(rows):
    """Everything, one object a row."""
    return [{"set": row.set, "name": row.name, "unit": row.unit, "yardstick": row.is_yardstick,
             "least": min(row.values, default=None), "median": row.median,
             "most": max(row.values, default=None), "values": row.values, "remark": row.remark,
             "ratios": ratios(row, [it for it in rows if (it.set, it.unit) == (row.set, row.unit)])}
            for row in rows]
