"""Facets said again where a cell does not say them one by one.

`REWRITTEN`: a colon opens a list there, or the framework asks for a part only where it exists.
`EXAMPLES`: the cell gives examples or alternatives, none of which has to be answered by itself.
`OPTIONAL`: parts that the framework asks for only where they are relevant, though the cell does not say so.
"""

REWRITTEN: dict[str, str] = {
    "gri:2-11": "whether chair is also senior executive; function (if applicable); reasons (if applicable);"
    " conflict-of-interest mitigation (if applicable)",
    "gri:2-15": "prevention and mitigation processes; conflicts disclosed: cross-board membership; conflicts disclosed:"
    " cross-shareholding; conflicts disclosed: controlling shareholders; conflicts disclosed: related parties",
    "gri:2-27": "significant instances of non-compliance; instances with fines; instances with non-monetary sanctions;"
    " fines paid in the current period; fines paid for previous periods; description; how significance was determined",
    "gri:101-2": "avoidance actions; minimization actions; restoration and rehabilitation actions; offset actions;"
    " transformative and additional conservation actions; area under restoration; area restored; offset details;"
    " sites with management plans; climate synergies and trade-offs; stakeholder effects",
    "gri:302-1": "non-renewable fuel and fuel types; renewable fuel and fuel types; electricity consumed;"
    " heating consumed (if any); cooling consumed (if any); steam consumed (if any); electricity sold (if any);"
    " heating sold (if any); cooling sold (if any); steam sold (if any); total energy; standards and methods;"
    " conversion factor source",
    "gri:303-3": "total withdrawal from all areas; surface water (if applicable); groundwater (if applicable);"
    " seawater (if applicable); produced water (if applicable); third-party water (if applicable);"
    " water-stressed areas by source; freshwater and other water; methods",
    "gri:303-4": "total discharge; surface water (if applicable); groundwater (if applicable);"
    " seawater (if applicable); third-party water (if applicable); freshwater and other water; water-stressed areas;"
    " priority substances of concern; non-compliance incidents; methods",
    "gri:304-2": "nature of impacts (construction, pollution, species, habitats, ecological processes);"
    " species affected; extent; duration; reversibility",
    "gri:408-1": "operations and suppliers at risk of child labor; operations and suppliers with young workers in"
    " hazardous work; type; countries or areas; measures taken",
    "gri:413-1": "operations with impact assessments; public disclosure of results; development programmes;"
    " stakeholder engagement plans; consultation committees; works councils; grievance processes",
    "gri:416-2": "incidents with a fine or penalty; incidents with a warning; incidents with voluntary codes",
    "gri:417-1": "sourcing of components; content; safe use; disposal; other information (if any);"
    " percentage of categories covered and assessed",
    "gri:417-2": "incidents with a fine or penalty; incidents with a warning; incidents with voluntary codes",
    "gri:417-3": "incidents with a fine or penalty; incidents with a warning; incidents with voluntary codes",
    "gri:418-1": "complaints from outside parties; complaints from regulators; leaks, thefts or losses of data",
}

_IFRS_S2 = "6(a)(i) 6(a)(ii) 10(b) 10(c) 13(b) 14(a)(i) 14(a)(ii) 14(a)(iii) 14(b) 16(a) 16(c)(i) 16(d) 29(f)(i)"

EXAMPLES = frozenset(("hkex-esg:20(c)", "hkex-esg:33", *(f"ifrs-s2:{code}" for code in _IFRS_S2.split(" "))))

OPTIONAL = {
    "tcfd:metrics-targets-b": "scope-3",
    "tcfd:strategy-c": "physical-risk-scenario",
    "hkex-esg:22(a)(ii)": "direct-indirect",
}
