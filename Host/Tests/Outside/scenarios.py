"""Reads scenarios, their schema and their verdicts with libraries that know nothing of BatterySim."""
import json
import pathlib
import re
import sys

import jsonschema
import junitparser
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: on and off are words there, not booleans."""

    yaml_implicit_resolvers = {}


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789"))
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))  # PyYAML's own takes a leading 0 for octal.

# Each makes a sound scenario wrong in one way that a schema can see.
WRONG = {
    "unknown-key": lambda s: s.update(bnak=s.pop("bank")),
    "unknown-bank-key": lambda s: s["bank"].update(profil="sok-sk48v100"),
    "unknown-inverter-key": lambda s: s["inverter"].update(lode="2 kW"),
    "unknown-step-key": lambda s: s["timeline"][0].update(expects=[]),
    "no-name": lambda s: s.pop("name"),
    "timeline-no-list": lambda s: s.update(timeline={"at": "1 s"}),
    "expectation-of-nothing": lambda s: s["timeline"][0]["expect"][0].pop("that"),
    "unknown-comparator": lambda s: s["timeline"][0]["expect"][0].update({"equals": "none"}),
    "sabotage-no-list": lambda s: s.update(sabotage="OUTP OFF"),
    "tags-of-lists": lambda s: s.update(tags=[["example"]]),
    "text-alone": None,
}


def load(path):
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Core)


def validator(path):
    schema = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def schema(path, folder):
    """Every file of the library keeps to the schema and names it in its first line."""
    against = validator(path)
    files = sorted(p for p in pathlib.Path(folder).rglob("*.yaml"))
    assert files, "there is no scenario"
    wrong = []
    for file in files:
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        named = re.match(r"^# yaml-language-server: \$schema=(\S+)$", first)
        if not named or not (file.parent / named[1]).is_file():
            wrong.append(f"{file}: its first line names no schema that is there: {first}")
        wrong += [f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in against.iter_errors(load(file))]
    assert not wrong, "\n".join(wrong)
    print(f"{len(files)} files keep to the schema")


def wrong(path, sound, folder):
    """The schema takes the sound file and none of the wrong ones, which are written for the reader to refuse too."""
    against = validator(path)
    against.validate(load(sound))
    pathlib.Path(folder).mkdir()
    for name, spoil in WRONG.items():
        scenario = load(sound)
        if spoil is None:
            scenario = "a bank"
        else:
            spoil(scenario)
        assert not against.is_valid(scenario), f"the schema takes {name}"
        text = yaml.dump(scenario, allow_unicode=True, sort_keys=False)
        (pathlib.Path(folder) / f"{name}.yaml").write_text(text, encoding="utf-8")
    print(f"{len(WRONG)} wrong files are refused")


def junit(path, listed):
    """The verdicts are those of the cases that the listing has, all of them passed, each with what a firmware matrix needs."""
    cases = sum(len(file["cases"]) for file in json.loads(pathlib.Path(listed).read_text(encoding="utf-8")))
    suites = list(junitparser.JUnitXml.fromfile(path))
    read = [case for suite in suites for case in suite]
    assert len(read) == cases, f"{len(read)} verdicts on {cases} cases"
    assert all(not case.result for case in read), [case.name for case in read if case.result]
    assert sum(suite.tests for suite in suites) == cases
    for suite in suites:
        names = [prop.name.split(" [")[0] for prop in suite.properties()]
        for needed in ("batterysim.version", "stand", "inverter.model", "inverter.firmware", "seed"):
            assert needed in names, f"{suite.name} does not tell {needed}"
    print(f"{cases} verdicts read")


def verdicts(path):
    """One failure and one error, each with its reason."""
    results = [result for suite in junitparser.JUnitXml.fromfile(path) for case in suite for result in case.result]
    kinds = sorted(type(result).__name__ for result in results)
    assert kinds == ["Error", "Failure"], kinds
    assert all(result.message for result in results)


if __name__ == "__main__":
    try:
        {"schema": schema, "wrong": wrong, "junit": junit, "verdicts": verdicts}[sys.argv[1]](*sys.argv[2:])
    except AssertionError as reason:
        sys.exit(f"scenarios.py: {reason}")
