"""Sixty queries in two languages, each with all records that it should find: how many are among the first twenty."""

from __future__ import annotations

import pytest

from archive_app import paths
from archive_app.index import Index, Thesaurus
from archive_app.services.search import thesaurus
from tests.index.archives import entry, found, indexed

#: What each topic's papers say; the letters before the sign are the topic.
PAPERS = """
theft: The clinic heard of wage theft at three car washes.
theft: En la ventanilla se denunció el robo de salarios de un restaurante.
theft: Talleres sobre el robo salarial en la zona centro.
floor: The minimum wage rises every January.
floor: Desde enero rige un salario mínimo mayor.
extra: He claims sixty hours of overtime pay.
extra: Reclama sesenta horas extras que nadie le pagó.
boss: The employer kept no time sheets.
boss: El patrón no llevaba hojas de asistencia.
boss: La empleadora firmó los recibos.
hire: Terms of employment are told in writing.
hire: Las ofertas de empleo se publican los lunes.
hurt: A workplace accident took two fingers.
hurt: Sufrió un accidente de trabajo en el aserradero.
comp: Workers' compensation paid for the surgery.
comp: La compensación laboral cubrió la cirugía.
fear: She asked what protects her from retaliation.
fear: Ella teme represalias si declara.
heat: Two pickers fell ill with heat stress.
heat: Dos piscadores enfermaron por estrés térmico.
safe: Training on occupational safety and health for foundries.
safe: Curso de seguridad y salud en el trabajo para fundiciones.
child: The poster warns of child labor in orchards.
child: El cartel advierte del trabajo infantil en las huertas.
trade: A domestic worker told her story on the radio.
trade: Una trabajadora del hogar contó su historia en la radio.
field: Forty farmworkers slept in a barn.
field: Los trabajadores agrícolas durmieron en un granero.
visa: They came on H-2A visas from Zacatecas.
visa: Llegaron con visas H-2A desde Zacatecas.
union: The labor union sent a choir.
union: El sindicato mandó un coro.
deal: A collective bargaining agreement covers the plant.
deal: El contrato colectivo cubre la planta.
stop: The strike lasted nine days.
stop: La huelga duró nueve días.
bias: He speaks of discrimination by age.
bias: Habla de discriminación por su edad.
touch: Sexual harassment on the night shift was reported.
touch: Se reportó acoso sexual en el turno nocturno.
mou: A memorandum of understanding in two originals.
mou: Un memorando de entendimiento en dos originales.
again: Its renewal was put off until autumn.
again: Su renovación se aplazó hasta el otoño.
change: An amendment moved the office.
change: La enmienda trasladó la oficina.
end: Sixty days' notice of termination is due.
end: El aviso de terminación se da con sesenta días.
force: The paper entered into force on signature; it is in force.
force: El documento está en vigor desde la firma.
press: A press release was read aloud.
press: Se leyó en voz alta un comunicado de prensa.
card: Bring your consular ID and a pen.
card: Traiga su matrícula consular y una pluma.
post: The consulate opens at eight.
post: El consulado abre a las ocho.
envoy: The embassy lent its hall.
envoy: La embajada prestó su sala.
roof: A fall from a roof was fatal; fall protection lacked.
roof: Faltaba protección contra caídas en la obra.
spray: Pesticide drifted over the camp.
spray: Un plaguicida llegó con el viento al campamento.
talk: An information session filled the gym.
talk: La sesión informativa llenó el gimnasio.
aid: Legal aid is free on Fridays.
aid: La asesoría legal es gratuita los viernes.
law: The judge heard the witness twice.
law: El juez oyó dos veces al testigo.
suit: The lawsuit names four contractors.
suit: La demanda nombra a cuatro contratistas.
raid: An immigration raid emptied the packing shed.
raid: Una redada migratoria vació la empacadora.
status: Help is given regardless of immigration status.
status: Se ayuda sin importar su estatus migratorio.
list: The annual report counts 214 visits.
list: El informe anual cuenta 214 visitas.
""".strip().splitlines()

#: Queries with the topics that they are about: all papers of these are to be found.
QUERIES = {
    "wage theft": "theft", "robo de salario": "theft", "Robos de salarios": "theft", "hurto de salarios": "theft",
    "minimum wage": "floor", "salarios minimos": "floor", "overtime": "extra", "horas extra": "extra",
    "tiempo extra": "extra", "employer": "boss", "empleadores": "boss", "patrones": "boss", "employment": "hire",
    "empleos": "hire", "workplace accidents": "hurt", "accidente laboral": "hurt", "workers compensation": "comp",
    "compensacion laboral": "comp", "retaliation": "fear", "represalia": "fear", "heat stress": "heat",
    "estres termico": "heat", "occupational safety and health": "safe", "seguridad y salud ocupacional": "safe",
    "child labor": "child", "trabajo infantil": "child", "domestic worker": "trade", "trabajadoras domésticas": "trade",
    "farm worker": "field", "trabajador agrícola": "field", "H-2A": "visa", "visas H2A": "visa", "trade union": "union",
    "sindicatos": "union", "collective bargaining agreement": "deal", "contratos colectivos": "deal", "strikes": "stop",
    "huelga": "stop", "discrimination": "bias", "discriminación": "bias", "sexual harassment": "touch",
    "hostigamiento sexual": "touch", "MOU": "mou", "memorándum de entendimiento": "mou", "renewals": "again",
    "renovaciones": "again", "amendments": "change", "enmienda": "change", "notice of termination": "end",
    "in force": "force", "vigente": "force", "news release": "press", "boletín de prensa": "press",
    "consular card": "card", "matriculas consulares": "card", "consulates": "post", "consulado": "post",
    "embajada": "envoy", "pesticides": "spray", "plaguicidas": "spray", "information session": "talk",
    "asesoria legal": "aid", "legal aid": "aid", "judges": "law", "lawsuits": "suit", "demanda": "suit",
    "immigration raid": "raid", "redadas migratorias": "raid", "regardless of immigration status": "status",
    "annual reports": "list", "informes anuales": "list",
}  # fmt: skip
#: Words that share a stem, or a part of a name, and mean something else: these topics are not to be reached.
ASTRAY = {
    "employment": "boss", "empleo": "boss", "consular card": "post", "minimum wage": "theft", "child labor": "union",
    "agreement": "stop", "trade union": "trade", "strike": "deal", "press": "spray", "health window": "safe",
}  # fmt: skip
NOISE = ("barn", "choir", "river", "paper", "hall", "granero", "coro", "papel", "sala", "calle")


@pytest.fixture(scope="module")
def terms() -> thesaurus.Terms:
    return thesaurus.read(paths.resources() / thesaurus.NAME)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    told = [line.split(": ", 1) for line in PAPERS]
    papers = [entry(f"{topic}-{number}", text) for number, (topic, text) in enumerate(told)]
    noise = [entry(f"noise-{number}", " ".join(NOISE[number % 7 :] * (number % 3 + 1))) for number in range(120)]
    return indexed(tmp_path_factory.mktemp("index"), [*papers, *noise])


def relevant(topic: str) -> set[str]:
    return {f"{topic}-{number}" for number, line in enumerate(PAPERS) if line.startswith(f"{topic}: ")}


def reached(index: Index, query: str, terms: Thesaurus | None) -> set[str]:
    return {hit.record for hit in index.search(query, limit=20, thesaurus=terms).hits}


def test_nine_of_ten_relevant_records_are_among_the_first_twenty(index: Index, terms: thesaurus.Terms) -> None:
    recalls, plain = {}, {}
    for query, topic in QUERIES.items():
        wanted = relevant(topic)
        recalls[query] = len(wanted & reached(index, query, terms.for_query(query))) / len(wanted)
        plain[query] = len(wanted & reached(index, query, None)) / len(wanted)
    assert len(QUERIES) >= 60
    missed = [query for query, recall in recalls.items() if recall < 1]
    assert sum(recalls.values()) / len(recalls) >= 0.9, missed
    assert sum(plain.values()) / len(plain) < 0.75, "the thesaurus was to make the difference"


def test_what_only_shares_a_stem_is_not_reached_by_the_thesaurus(index: Index, terms: thesaurus.Terms) -> None:
    for query, topic in ASTRAY.items():
        plain = reached(index, query, None)
        assert not (reached(index, query, terms.for_query(query)) - plain) & relevant(topic), query


def test_what_holds_the_query_as_typed_comes_first(index: Index, terms: thesaurus.Terms) -> None:
    for query in QUERIES:
        plain = found(index, query)
        assert set(found(index, query, thesaurus=terms.for_query(query))[: len(plain)]) == set(plain), query
