namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The style sheet of every page: small, for light and dark, with what the system has for letters.</summary>
    internal static class ReportStyle
    {
        /// <summary>The sheet; neither '&lt;' nor '&amp;' may stand in it.</summary>
        public const string Sheet = """

            :root { color-scheme: light dark; --page: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --band: #f6f8fa;
              --good: #116329; --part: #7d4e00; --bad: #b3131e;
              --volt: #0550ae; --amp: #953800; --soc: #116329; --charge: #8250df; --drain: #a0307a; }
            @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --band: #161b22;
              --good: #56d364; --part: #e3b341; --bad: #ff7b72;
              --volt: #79c0ff; --amp: #ffa657; --soc: #56d364; --charge: #d2a8ff; --drain: #ff9bce; } }
            body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--page); color: var(--ink);
              font: 15px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
            h1 { font-size: 1.5rem; margin: .4rem 0; } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
            a { color: var(--volt); } p { margin: .4rem 0; max-width: 60rem; } .soft { color: var(--soft); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; } caption { text-align: left; color: var(--soft); padding: .2rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid var(--line); }
            thead th { background: var(--band); } td.number, th.number { text-align: right; white-space: nowrap;
              font-variant-numeric: tabular-nums; }
            td, th { overflow-wrap: break-word; } td.path { min-width: 11rem; }
            td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
            pre { overflow-x: auto; background: var(--band); border: 1px solid var(--line); padding: .5rem; margin: .3rem 0; font-size: .85rem; }
            code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
            .verdict { font-weight: 600; white-space: nowrap; } .verdict.passed { color: var(--good); } .verdict.partly { color: var(--part); }
            .verdict.failed, .verdict.broken { color: var(--bad); }
            .filter { margin: .6rem 0; }
            .filter label { display: inline-block; border: 1px solid var(--line); border-radius: .3rem; padding: .15rem .6rem;
              margin: 0 .4rem .4rem 0; cursor: pointer; }
            input.pick { position: absolute; opacity: 0; }
            #pick-all:checked ~ .filter label[for=pick-all],
            #pick-passed:checked ~ .filter label[for=pick-passed],
            #pick-partly:checked ~ .filter label[for=pick-partly], #pick-failed:checked ~ .filter label[for=pick-failed],
            #pick-broken:checked ~ .filter label[for=pick-broken] { background: var(--ink); color: var(--page); }
            #pick-all:focus-visible ~ .filter label[for=pick-all],
            #pick-passed:focus-visible ~ .filter label[for=pick-passed],
            #pick-partly:focus-visible ~ .filter label[for=pick-partly], #pick-failed:focus-visible ~ .filter label[for=pick-failed],
            #pick-broken:focus-visible ~ .filter label[for=pick-broken] { outline: 3px solid var(--volt); }
            #pick-passed:checked ~ .wide tbody tr:not(.passed), #pick-partly:checked ~ .wide tbody tr:not(.partly),
            #pick-failed:checked ~ .wide tbody tr:not(.failed), #pick-broken:checked ~ .wide tbody tr:not(.broken) { display: none; }
            svg.plot { display: block; width: 100%; min-width: 48rem; height: auto; fill: var(--ink);
              font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
            .plot .frame { fill: none; stroke: var(--line); } .plot .grid { stroke: var(--line); stroke-dasharray: 1 3; }
            .plot .zero { stroke: var(--soft); }
            .plot .soft { fill: var(--soft); } .plot .title { font-weight: 600; } .plot path { fill: none; stroke-width: 1.6; }
            .plot .voltage { stroke: var(--volt); } .plot .current { stroke: var(--amp); } .plot .soc { stroke: var(--soc); }
            .plot .limit { stroke-dasharray: 7 3; } .plot .charge { stroke: var(--charge); }
            .plot .drain { stroke: var(--drain); stroke-dasharray: 2 3; }
            .plot .action { fill: var(--volt); } .plot .bank { fill: var(--soc); } .plot .inverter { fill: var(--amp); }
            .plot .host { stroke: var(--bad); }
            .plot .failure { stroke: var(--bad); stroke-width: 2; } .plot .failed-at { stroke: var(--bad); stroke-dasharray: 5 4; }
            .plot .seen { stroke: var(--volt); } .plot .bound { stroke: var(--bad); stroke-dasharray: 7 3; }
            .plot .wrong { fill: var(--bad); } .step .wrong { color: var(--bad); font-weight: 600; }
            pre.command { white-space: pre-wrap; overflow-wrap: anywhere; }
            svg.bar { display: block; width: 100%; height: .8rem; margin: .5rem 0; }
            .bar .passed { fill: var(--good); } .bar .partly { fill: var(--part); } .bar .failed { fill: var(--bad); }
            .bar .broken { fill: var(--drain); }
            .search label { display: inline-block; margin: 0 .8rem .4rem 0; } .search[hidden] { display: none; }
            .search input, .search select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft);
              border-radius: .3rem; padding: .15rem .4rem; max-width: 100%; box-sizing: border-box; }
            @media (max-width: 44rem) {
              body { padding: .6rem; } h1 { font-size: 1.25rem; }
              tr[data-kind=case], tr[data-kind=expectation] { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
              tr[data-kind=case][hidden] { display: none; }
              tr[data-kind=case] td, tr[data-kind=expectation] td { display: block; border: 0; padding: .05rem 0;
                text-align: left; white-space: normal; }
              table:has(tr[data-kind=case]) thead, table:has(tr[data-kind=expectation]) thead { display: none; }
              td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
            }
            @media print { .search { display: none; } }
            @media print { .filter { display: none; } a { color: inherit; } }

            """;
    }
}
