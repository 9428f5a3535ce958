"""The terms of the ontology as N-Quads write them; concepts by scheme and code.

Written by ``python -m builder.rdf.generate`` from ``ontology/``: change it there.
Classes are CamelCase, properties UPPER_CASE; terms of other vocabularies begin with their
prefix.
"""

AbsentDocument = "<https://w3id.org/zhengmai/ontology#AbsentDocument>"
Addition = "<https://w3id.org/zhengmai/ontology#Addition>"
Agency = "<https://w3id.org/zhengmai/ontology#Agency>"
AgencyLine = "<https://w3id.org/zhengmai/ontology#AgencyLine>"
CarrierComparison = "<https://w3id.org/zhengmai/ontology#CarrierComparison>"
Citation = "<https://w3id.org/zhengmai/ontology#Citation>"
ClauseComparison = "<https://w3id.org/zhengmai/ontology#ClauseComparison>"
Coverage = "<https://w3id.org/zhengmai/ontology#Coverage>"
DcatDataset = "<http://www.w3.org/ns/dcat#Dataset>"
DefaultResponsibility = "<https://w3id.org/zhengmai/ontology#DefaultResponsibility>"
Document = "<https://w3id.org/zhengmai/ontology#Document>"
DocumentLink = "<https://w3id.org/zhengmai/ontology#DocumentLink>"
DocumentPair = "<https://w3id.org/zhengmai/ontology#DocumentPair>"
Evidence = "<https://w3id.org/zhengmai/ontology#Evidence>"
EvidencePair = "<https://w3id.org/zhengmai/ontology#EvidencePair>"
Finding = "<https://w3id.org/zhengmai/ontology#Finding>"
Gap = "<https://w3id.org/zhengmai/ontology#Gap>"
GenericActor = "<https://w3id.org/zhengmai/ontology#GenericActor>"
Guard = "<https://w3id.org/zhengmai/ontology#Guard>"
HeaderFact = "<https://w3id.org/zhengmai/ontology#HeaderFact>"
Indicator = "<https://w3id.org/zhengmai/ontology#Indicator>"
LineageLink = "<https://w3id.org/zhengmai/ontology#LineageLink>"
Measure = "<https://w3id.org/zhengmai/ontology#Measure>"
OaSpecificResource = "<http://www.w3.org/ns/oa#SpecificResource>"
OaTextPositionSelector = "<http://www.w3.org/ns/oa#TextPositionSelector>"
OaTextQuoteSelector = "<http://www.w3.org/ns/oa#TextQuoteSelector>"
Obligation = "<https://w3id.org/zhengmai/ontology#Obligation>"
Place = "<https://w3id.org/zhengmai/ontology#Place>"
ProvPerson = "<http://www.w3.org/ns/prov#Person>"
ProvSoftwareAgent = "<http://www.w3.org/ns/prov#SoftwareAgent>"
Provision = "<https://w3id.org/zhengmai/ontology#Provision>"
Reading = "<https://w3id.org/zhengmai/ontology#Reading>"
Region = "<https://w3id.org/zhengmai/ontology#Region>"
Repair = "<https://w3id.org/zhengmai/ontology#Repair>"
Responsibility = "<https://w3id.org/zhengmai/ontology#Responsibility>"
RestoredText = "<https://w3id.org/zhengmai/ontology#RestoredText>"
Review = "<https://w3id.org/zhengmai/ontology#Review>"
Rival = "<https://w3id.org/zhengmai/ontology#Rival>"
ScorePart = "<https://w3id.org/zhengmai/ontology#ScorePart>"
SkosConcept = "<http://www.w3.org/2004/02/skos/core#Concept>"
SkosConceptScheme = "<http://www.w3.org/2004/02/skos/core#ConceptScheme>"
SoftTarget = "<https://w3id.org/zhengmai/ontology#SoftTarget>"
SourceNote = "<https://w3id.org/zhengmai/ontology#SourceNote>"
Target = "<https://w3id.org/zhengmai/ontology#Target>"
TargetComparison = "<https://w3id.org/zhengmai/ontology#TargetComparison>"
Task = "<https://w3id.org/zhengmai/ontology#Task>"
TimeInstant = "<http://www.w3.org/2006/time#Instant>"
Variant = "<https://w3id.org/zhengmai/ontology#Variant>"
Witness = "<https://w3id.org/zhengmai/ontology#Witness>"

ACTION = "<https://w3id.org/zhengmai/ontology#action>"
ACTION_END = "<https://w3id.org/zhengmai/ontology#actionEnd>"
ACTION_START = "<https://w3id.org/zhengmai/ontology#actionStart>"
ACTOR = "<https://w3id.org/zhengmai/ontology#actor>"
ADDITION_STATE = "<https://w3id.org/zhengmai/ontology#additionState>"
ADDRESSEE = "<https://w3id.org/zhengmai/ontology#addressee>"
AGENCY = "<https://w3id.org/zhengmai/ontology#agency>"
AGENCY_KIND = "<https://w3id.org/zhengmai/ontology#agencyKind>"
ALIGNS_WITH = "<https://w3id.org/zhengmai/ontology#alignsWith>"
APPLIES_TO = "<https://w3id.org/zhengmai/ontology#appliesTo>"
APPROVED_BY = "<https://w3id.org/zhengmai/ontology#approvedBy>"
AS_OF = "<https://w3id.org/zhengmai/ontology#asOf>"
AS_WRITTEN = "<https://w3id.org/zhengmai/ontology#asWritten>"
ATTESTED_BY = "<https://w3id.org/zhengmai/ontology#attestedBy>"
BASIS = "<https://w3id.org/zhengmai/ontology#basis>"
BINDING = "<https://w3id.org/zhengmai/ontology#binding>"
CERTAINTY = "<https://w3id.org/zhengmai/ontology#certainty>"
CHANGE_KIND = "<https://w3id.org/zhengmai/ontology#changeKind>"
CHAR_COUNT = "<https://w3id.org/zhengmai/ontology#charCount>"
CITATION_FORM = "<https://w3id.org/zhengmai/ontology#citationForm>"
CITATION_RELATION = "<https://w3id.org/zhengmai/ontology#citationRelation>"
CITED_AT = "<https://w3id.org/zhengmai/ontology#citedAt>"
CITED_NUMBER = "<https://w3id.org/zhengmai/ontology#citedNumber>"
CITED_TITLE = "<https://w3id.org/zhengmai/ontology#citedTitle>"
CITES = "<https://w3id.org/zhengmai/ontology#cites>"
CLAUSE = "<https://w3id.org/zhengmai/ontology#clause>"
CLAUSE_COUNT = "<https://w3id.org/zhengmai/ontology#clauseCount>"
CLAUSE_STATE = "<https://w3id.org/zhengmai/ontology#clauseState>"
CODE = "<https://w3id.org/zhengmai/ontology#code>"
COMPARATOR = "<https://w3id.org/zhengmai/ontology#comparator>"
COMPLETENESS = "<https://w3id.org/zhengmai/ontology#completeness>"
CONCERNS_PLACE = "<https://w3id.org/zhengmai/ontology#concernsPlace>"
COVERAGE_STATE = "<https://w3id.org/zhengmai/ontology#coverageState>"
COVERED_BY = "<https://w3id.org/zhengmai/ontology#coveredBy>"
CUE = "<https://w3id.org/zhengmai/ontology#cue>"
DAMAGED = "<https://w3id.org/zhengmai/ontology#damaged>"
DCTERMS_DESCRIPTION = "<http://purl.org/dc/terms/description>"
DCTERMS_HAS_PART = "<http://purl.org/dc/terms/hasPart>"
DCTERMS_IDENTIFIER = "<http://purl.org/dc/terms/identifier>"
DCTERMS_LANGUAGE = "<http://purl.org/dc/terms/language>"
DCTERMS_TITLE = "<http://purl.org/dc/terms/title>"
DEADLINE = "<https://w3id.org/zhengmai/ontology#deadline>"
DEADLINE_AS_WRITTEN = "<https://w3id.org/zhengmai/ontology#deadlineAsWritten>"
DEADLINE_EVIDENCE = "<https://w3id.org/zhengmai/ontology#deadlineEvidence>"
DEADLINE_INFERRED = "<https://w3id.org/zhengmai/ontology#deadlineInferred>"
DETAIL = "<https://w3id.org/zhengmai/ontology#detail>"
DISTRIBUTOR = "<https://w3id.org/zhengmai/ontology#distributor>"
DOCUMENT_TYPE = "<https://w3id.org/zhengmai/ontology#documentType>"
DOCUMENT_TYPE_NAME = "<https://w3id.org/zhengmai/ontology#documentTypeName>"
DOC_NUMBER = "<https://w3id.org/zhengmai/ontology#docNumber>"
DRAFTS = "<https://w3id.org/zhengmai/ontology#drafts>"
DUE = "<https://w3id.org/zhengmai/ontology#due>"
ELI_DATE_DOCUMENT = "<http://data.europa.eu/eli/ontology#date_document>"
ELI_DATE_PUBLICATION = "<http://data.europa.eu/eli/ontology#date_publication>"
ELI_IN_FORCE = "<http://data.europa.eu/eli/ontology#in_force>"
ELI_IN_FORCE_IN_FORCE = "<http://data.europa.eu/eli/ontology#InForce-inForce>"
ELI_IN_FORCE_NOT_IN_FORCE = "<http://data.europa.eu/eli/ontology#InForce-notInForce>"
ENCODING = "<https://w3id.org/zhengmai/ontology#encoding>"
END = "<https://w3id.org/zhengmai/ontology#end>"
EVIDENCE = "<https://w3id.org/zhengmai/ontology#evidence>"
EVIDENCE_HASH = "<https://w3id.org/zhengmai/ontology#evidenceHash>"
FIELD = "<https://w3id.org/zhengmai/ontology#field>"
FIELD_VALUE = "<https://w3id.org/zhengmai/ontology#fieldValue>"
FINDING_CODE = "<https://w3id.org/zhengmai/ontology#findingCode>"
FIX = "<https://w3id.org/zhengmai/ontology#fix>"
FORCE = "<https://w3id.org/zhengmai/ontology#force>"
FORCE_LOWER = "<https://w3id.org/zhengmai/ontology#forceLower>"
FORCE_UPPER = "<https://w3id.org/zhengmai/ontology#forceUpper>"
FORCE_WORD = "<https://w3id.org/zhengmai/ontology#forceWord>"
FORWARDS = "<https://w3id.org/zhengmai/ontology#forwards>"
FROM_DEFAULT = "<https://w3id.org/zhengmai/ontology#fromDefault>"
GAP_STATE = "<https://w3id.org/zhengmai/ontology#gapState>"
GENERIC_ACTOR = "<https://w3id.org/zhengmai/ontology#genericActor>"
GUARD_NAME = "<https://w3id.org/zhengmai/ontology#guardName>"
HAS_CARRIER_COMPARISON = "<https://w3id.org/zhengmai/ontology#hasCarrierComparison>"
HAS_CITATION = "<https://w3id.org/zhengmai/ontology#hasCitation>"
HAS_CLAUSE_COMPARISON = "<https://w3id.org/zhengmai/ontology#hasClauseComparison>"
HAS_COVERAGE = "<https://w3id.org/zhengmai/ontology#hasCoverage>"
HAS_DEFAULT_RESPONSIBILITY = "<https://w3id.org/zhengmai/ontology#hasDefaultResponsibility>"
HAS_EVIDENCE_PAIR = "<https://w3id.org/zhengmai/ontology#hasEvidencePair>"
HAS_FINDING = "<https://w3id.org/zhengmai/ontology#hasFinding>"
HAS_GUARD = "<https://w3id.org/zhengmai/ontology#hasGuard>"
HAS_HEADER_FACT = "<https://w3id.org/zhengmai/ontology#hasHeaderFact>"
HAS_MEASURE = "<https://w3id.org/zhengmai/ontology#hasMeasure>"
HAS_OBLIGATION = "<https://w3id.org/zhengmai/ontology#hasObligation>"
HAS_PROVISION = "<https://w3id.org/zhengmai/ontology#hasProvision>"
HAS_READING = "<https://w3id.org/zhengmai/ontology#hasReading>"
HAS_REPAIR = "<https://w3id.org/zhengmai/ontology#hasRepair>"
HAS_RESPONSIBILITY = "<https://w3id.org/zhengmai/ontology#hasResponsibility>"
HAS_RIVAL = "<https://w3id.org/zhengmai/ontology#hasRival>"
HAS_SCORE_PART = "<https://w3id.org/zhengmai/ontology#hasScorePart>"
HAS_SOFT_TARGET = "<https://w3id.org/zhengmai/ontology#hasSoftTarget>"
HAS_SOURCE_NOTE = "<https://w3id.org/zhengmai/ontology#hasSourceNote>"
HAS_TARGET = "<https://w3id.org/zhengmai/ontology#hasTarget>"
HAS_TARGET_COMPARISON = "<https://w3id.org/zhengmai/ontology#hasTargetComparison>"
HAS_TASK = "<https://w3id.org/zhengmai/ontology#hasTask>"
HAS_TEXT = "<https://w3id.org/zhengmai/ontology#hasText>"
HAS_VARIANT = "<https://w3id.org/zhengmai/ontology#hasVariant>"
HAS_WITNESS = "<https://w3id.org/zhengmai/ontology#hasWitness>"
HEADING = "<https://w3id.org/zhengmai/ontology#heading>"
HIGH_VALUE = "<https://w3id.org/zhengmai/ontology#highValue>"
IMPLEMENTS = "<https://w3id.org/zhengmai/ontology#implements>"
INDEX_NUMBER = "<https://w3id.org/zhengmai/ontology#indexNumber>"
INDICATOR = "<https://w3id.org/zhengmai/ontology#indicator>"
INFERRED = "<https://w3id.org/zhengmai/ontology#inferred>"
IN_LINE = "<https://w3id.org/zhengmai/ontology#inLine>"
ISSUER = "<https://w3id.org/zhengmai/ontology#issuer>"
ISSUER_NAME = "<https://w3id.org/zhengmai/ontology#issuerName>"
IS_POLICY = "<https://w3id.org/zhengmai/ontology#isPolicy>"
JURISDICTION = "<https://w3id.org/zhengmai/ontology#jurisdiction>"
JURISDICTION_NAME = "<https://w3id.org/zhengmai/ontology#jurisdictionName>"
KEPT_CLAUSES = "<https://w3id.org/zhengmai/ontology#keptClauses>"
KEY = "<https://w3id.org/zhengmai/ontology#key>"
LABEL = "<https://w3id.org/zhengmai/ontology#label>"
LEAD_AGENCY = "<https://w3id.org/zhengmai/ontology#leadAgency>"
LEVEL = "<https://w3id.org/zhengmai/ontology#level>"
LINE = "<https://w3id.org/zhengmai/ontology#line>"
LINE_NAME = "<https://w3id.org/zhengmai/ontology#lineName>"
LOWER = "<https://w3id.org/zhengmai/ontology#lower>"
LOWER_CARRIER = "<https://w3id.org/zhengmai/ontology#lowerCarrier>"
LOWER_DOCUMENT = "<https://w3id.org/zhengmai/ontology#lowerDocument>"
LOWER_EVIDENCE = "<https://w3id.org/zhengmai/ontology#lowerEvidence>"
LOWER_TARGET = "<https://w3id.org/zhengmai/ontology#lowerTarget>"
LOW_VALUE = "<https://w3id.org/zhengmai/ontology#lowValue>"
MEMBER = "<https://w3id.org/zhengmai/ontology#member>"
MENTIONS_DOCUMENT = "<https://w3id.org/zhengmai/ontology#mentionsDocument>"
MESSAGE = "<https://w3id.org/zhengmai/ontology#message>"
NAMES = "<https://w3id.org/zhengmai/ontology#names>"
NEXT_STEP = "<https://w3id.org/zhengmai/ontology#nextStep>"
NOTE_ORIGIN = "<https://w3id.org/zhengmai/ontology#noteOrigin>"
NOTICE_TITLE = "<https://w3id.org/zhengmai/ontology#noticeTitle>"
NUMBER_REPAIRED = "<https://w3id.org/zhengmai/ontology#numberRepaired>"
OA_END = "<http://www.w3.org/ns/oa#end>"
OA_EXACT = "<http://www.w3.org/ns/oa#exact>"
OA_HAS_SELECTOR = "<http://www.w3.org/ns/oa#hasSelector>"
OA_HAS_SOURCE = "<http://www.w3.org/ns/oa#hasSource>"
OA_START = "<http://www.w3.org/ns/oa#start>"
OBLIGED = "<https://w3id.org/zhengmai/ontology#obliged>"
OBLIGED_EVIDENCE = "<https://w3id.org/zhengmai/ontology#obligedEvidence>"
ORDER = "<https://w3id.org/zhengmai/ontology#order>"
OTHER_READING = "<https://w3id.org/zhengmai/ontology#otherReading>"
PARENT = "<https://w3id.org/zhengmai/ontology#parent>"
PART_LEVEL = "<https://w3id.org/zhengmai/ontology#partLevel>"
PART_NAME = "<https://w3id.org/zhengmai/ontology#partName>"
PART_VALUE = "<https://w3id.org/zhengmai/ontology#partValue>"
PASSED = "<https://w3id.org/zhengmai/ontology#passed>"
PERIOD_END = "<https://w3id.org/zhengmai/ontology#periodEnd>"
PERIOD_START = "<https://w3id.org/zhengmai/ontology#periodStart>"
PLACE_KIND = "<https://w3id.org/zhengmai/ontology#placeKind>"
PRINCIPAL_ISSUER = "<https://w3id.org/zhengmai/ontology#principalIssuer>"
PROPOSED_RELATION = "<https://w3id.org/zhengmai/ontology#proposedRelation>"
PROPOSER = "<https://w3id.org/zhengmai/ontology#proposer>"
PROVISION_ID = "<https://w3id.org/zhengmai/ontology#provisionId>"
PROVISION_KIND = "<https://w3id.org/zhengmai/ontology#provisionKind>"
PROVISION_ROLE = "<https://w3id.org/zhengmai/ontology#provisionRole>"
PROV_WAS_ATTRIBUTED_TO = "<http://www.w3.org/ns/prov#wasAttributedTo>"
PROV_WAS_DERIVED_FROM = "<http://www.w3.org/ns/prov#wasDerivedFrom>"
QUALIFIER = "<https://w3id.org/zhengmai/ontology#qualifier>"
QUALIFIER_GAINED = "<https://w3id.org/zhengmai/ontology#qualifierGained>"
QUALIFIER_LOST = "<https://w3id.org/zhengmai/ontology#qualifierLost>"
QUOTE = "<https://w3id.org/zhengmai/ontology#quote>"
RAW_END = "<https://w3id.org/zhengmai/ontology#rawEnd>"
RAW_LENGTH = "<https://w3id.org/zhengmai/ontology#rawLength>"
RAW_START = "<https://w3id.org/zhengmai/ontology#rawStart>"
RDFS_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
READ_IN = "<https://w3id.org/zhengmai/ontology#readIn>"
REASON = "<https://w3id.org/zhengmai/ontology#reason>"
RELABELLED_TO = "<https://w3id.org/zhengmai/ontology#relabelledTo>"
RELATION = "<https://w3id.org/zhengmai/ontology#relation>"
REPEALS = "<https://w3id.org/zhengmai/ontology#repeals>"
RESOLUTION_RULE = "<https://w3id.org/zhengmai/ontology#resolutionRule>"
RESOLVED = "<https://w3id.org/zhengmai/ontology#resolved>"
RESOLVED_TO = "<https://w3id.org/zhengmai/ontology#resolvedTo>"
RESPONSIBLE_AGENCY = "<https://w3id.org/zhengmai/ontology#responsibleAgency>"
RESTORED = "<https://w3id.org/zhengmai/ontology#restored>"
REVIEWED_ON = "<https://w3id.org/zhengmai/ontology#reviewedOn>"
REVIEWER = "<https://w3id.org/zhengmai/ontology#reviewer>"
REVIEWS = "<https://w3id.org/zhengmai/ontology#reviews>"
REVIEW_STATE = "<https://w3id.org/zhengmai/ontology#reviewState>"
REVISES = "<https://w3id.org/zhengmai/ontology#revises>"
RIVAL_PROVISION = "<https://w3id.org/zhengmai/ontology#rivalProvision>"
ROLE = "<https://w3id.org/zhengmai/ontology#role>"
ROLE_AS_PRINTED = "<https://w3id.org/zhengmai/ontology#roleAsPrinted>"
RULE = "<https://w3id.org/zhengmai/ontology#rule>"
SAME_LINE = "<https://w3id.org/zhengmai/ontology#sameLine>"
SCOPE = "<https://w3id.org/zhengmai/ontology#scope>"
SCORE = "<https://w3id.org/zhengmai/ontology#score>"
SELF_NAME = "<https://w3id.org/zhengmai/ontology#selfName>"
SELF_REFERENCE = "<https://w3id.org/zhengmai/ontology#selfReference>"
SEVERITY = "<https://w3id.org/zhengmai/ontology#severity>"
SHA256 = "<https://w3id.org/zhengmai/ontology#sha256>"
SHAPE_SCOPE = "<https://w3id.org/zhengmai/ontology#shapeScope>"
SKOS_ALT_LABEL = "<http://www.w3.org/2004/02/skos/core#altLabel>"
SKOS_DEFINITION = "<http://www.w3.org/2004/02/skos/core#definition>"
SKOS_IN_SCHEME = "<http://www.w3.org/2004/02/skos/core#inScheme>"
SKOS_NOTATION = "<http://www.w3.org/2004/02/skos/core#notation>"
SKOS_PREF_LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
SOURCE_PATH = "<https://w3id.org/zhengmai/ontology#sourcePath>"
STALE = "<https://w3id.org/zhengmai/ontology#stale>"
START = "<https://w3id.org/zhengmai/ontology#start>"
STATED_IN = "<https://w3id.org/zhengmai/ontology#statedIn>"
SUPPORT_AGENCY = "<https://w3id.org/zhengmai/ontology#supportAgency>"
TAKEN = "<https://w3id.org/zhengmai/ontology#taken>"
TASK_ROLE = "<https://w3id.org/zhengmai/ontology#taskRole>"
TEXT = "<https://w3id.org/zhengmai/ontology#text>"
TIME_IN_XSDDATE = "<http://www.w3.org/2006/time#inXSDDate>"
TIME_IN_XSDG_YEAR = "<http://www.w3.org/2006/time#inXSDgYear>"
TIME_IN_XSDG_YEAR_MONTH = "<http://www.w3.org/2006/time#inXSDgYearMonth>"
UNIT = "<https://w3id.org/zhengmai/ontology#unit>"
UPPER = "<https://w3id.org/zhengmai/ontology#upper>"
UPPER_CARRIER = "<https://w3id.org/zhengmai/ontology#upperCarrier>"
UPPER_DOCUMENT = "<https://w3id.org/zhengmai/ontology#upperDocument>"
UPPER_EVIDENCE = "<https://w3id.org/zhengmai/ontology#upperEvidence>"
UPPER_TARGET = "<https://w3id.org/zhengmai/ontology#upperTarget>"
VALIDITY = "<https://w3id.org/zhengmai/ontology#validity>"
VALUE = "<https://w3id.org/zhengmai/ontology#value>"
VERDICT = "<https://w3id.org/zhengmai/ontology#verdict>"
VIA_CITATION = "<https://w3id.org/zhengmai/ontology#viaCitation>"
WITHIN = "<https://w3id.org/zhengmai/ontology#within>"
WITNESS_KIND = "<https://w3id.org/zhengmai/ontology#witnessKind>"
WORDS_GAINED = "<https://w3id.org/zhengmai/ontology#wordsGained>"
WORDS_LOST = "<https://w3id.org/zhengmai/ontology#wordsLost>"
YEAR = "<https://w3id.org/zhengmai/ontology#year>"

VOCABULARY = "https://w3id.org/zhengmai/vocab#"
CONCEPTS = {
    "addition": {
        "local": "<https://w3id.org/zhengmai/vocab#addition-local>",
        "not_in_public_text": "<https://w3id.org/zhengmai/vocab#addition-not_in_public_text>",
    },
    "agency-line": {},
    "certainty": {
        "guess": "<https://w3id.org/zhengmai/vocab#certainty-guess>",
        "proved": "<https://w3id.org/zhengmai/vocab#certainty-proved>",
        "rule": "<https://w3id.org/zhengmai/vocab#certainty-rule>",
        "witnessed": "<https://w3id.org/zhengmai/vocab#certainty-witnessed>",
    },
    "change": {
        "comparator": "<https://w3id.org/zhengmai/vocab#change-comparator>",
        "concretised": "<https://w3id.org/zhengmai/vocab#change-concretised>",
        "condensed": "<https://w3id.org/zhengmai/vocab#change-condensed>",
        "deadline_earlier": "<https://w3id.org/zhengmai/vocab#change-deadline_earlier>",
        "deadline_later": "<https://w3id.org/zhengmai/vocab#change-deadline_later>",
        "narrowed": "<https://w3id.org/zhengmai/vocab#change-narrowed>",
        "scope": "<https://w3id.org/zhengmai/vocab#change-scope>",
        "strengthened": "<https://w3id.org/zhengmai/vocab#change-strengthened>",
        "value_higher": "<https://w3id.org/zhengmai/vocab#change-value_higher>",
        "value_lower": "<https://w3id.org/zhengmai/vocab#change-value_lower>",
        "weakened": "<https://w3id.org/zhengmai/vocab#change-weakened>",
        "widened": "<https://w3id.org/zhengmai/vocab#change-widened>",
    },
    "citation": {
        "basis": "<https://w3id.org/zhengmai/vocab#citation-basis>",
        "drafts": "<https://w3id.org/zhengmai/vocab#citation-drafts>",
        "forwards": "<https://w3id.org/zhengmai/vocab#citation-forwards>",
        "implements": "<https://w3id.org/zhengmai/vocab#citation-implements>",
        "mentions": "<https://w3id.org/zhengmai/vocab#citation-mentions>",
        "repeals": "<https://w3id.org/zhengmai/vocab#citation-repeals>",
        "revises": "<https://w3id.org/zhengmai/vocab#citation-revises>",
    },
    "citation-form": {
        "numbered": "<https://w3id.org/zhengmai/vocab#citation-form-numbered>",
        "short": "<https://w3id.org/zhengmai/vocab#citation-form-short>",
        "titled": "<https://w3id.org/zhengmai/vocab#citation-form-titled>",
        "untitled": "<https://w3id.org/zhengmai/vocab#citation-form-untitled>",
    },
    "clause": {
        "added": "<https://w3id.org/zhengmai/vocab#clause-added>",
        "changed": "<https://w3id.org/zhengmai/vocab#clause-changed>",
        "dropped": "<https://w3id.org/zhengmai/vocab#clause-dropped>",
        "kept": "<https://w3id.org/zhengmai/vocab#clause-kept>",
    },
    "comparator": {
        "~": "<https://w3id.org/zhengmai/vocab#comparator-about>",
        "->": "<https://w3id.org/zhengmai/vocab#comparator-approaching>",
        ">=": "<https://w3id.org/zhengmai/vocab#comparator-at_least>",
        "<=": "<https://w3id.org/zhengmai/vocab#comparator-at_most>",
        "=": "<https://w3id.org/zhengmai/vocab#comparator-equal>",
        "range": "<https://w3id.org/zhengmai/vocab#comparator-range>",
    },
    "completeness": {
        "abridged": "<https://w3id.org/zhengmai/vocab#completeness-abridged>",
        "damaged": "<https://w3id.org/zhengmai/vocab#completeness-damaged>",
        "full": "<https://w3id.org/zhengmai/vocab#completeness-full>",
        "with_deletions": "<https://w3id.org/zhengmai/vocab#completeness-with_deletions>",
    },
    "coverage": {
        "covered": "<https://w3id.org/zhengmai/vocab#coverage-covered>",
        "document_missing": "<https://w3id.org/zhengmai/vocab#coverage-document_missing>",
        "not_due": "<https://w3id.org/zhengmai/vocab#coverage-not_due>",
        "not_found": "<https://w3id.org/zhengmai/vocab#coverage-not_found>",
        "not_found_in_incomplete_copy": "<https://w3id.org/zhengmai/vocab#coverage-not_found_in_incomplete_copy>",
        "partly": "<https://w3id.org/zhengmai/vocab#coverage-partly>",
    },
    "document-type": {
        "三年行动计划": "<https://w3id.org/zhengmai/vocab#document-type-三年行动计划>",
        "任务分工": "<https://w3id.org/zhengmai/vocab#document-type-任务分工>",
        "公告": "<https://w3id.org/zhengmai/vocab#document-type-公告>",
        "公报": "<https://w3id.org/zhengmai/vocab#document-type-公报>",
        "决定": "<https://w3id.org/zhengmai/vocab#document-type-决定>",
        "决议": "<https://w3id.org/zhengmai/vocab#document-type-决议>",
        "函": "<https://w3id.org/zhengmai/vocab#document-type-函>",
        "制度": "<https://w3id.org/zhengmai/vocab#document-type-制度>",
        "办法": "<https://w3id.org/zhengmai/vocab#document-type-办法>",
        "命令": "<https://w3id.org/zhengmai/vocab#document-type-命令>",
        "实施办法": "<https://w3id.org/zhengmai/vocab#document-type-实施办法>",
        "实施意见": "<https://w3id.org/zhengmai/vocab#document-type-实施意见>",
        "实施方案": "<https://w3id.org/zhengmai/vocab#document-type-实施方案>",
        "实施细则": "<https://w3id.org/zhengmai/vocab#document-type-实施细则>",
        "实施计划": "<https://w3id.org/zhengmai/vocab#document-type-实施计划>",
        "工作方案": "<https://w3id.org/zhengmai/vocab#document-type-工作方案>",
        "工作要点": "<https://w3id.org/zhengmai/vocab#document-type-工作要点>",
        "应急预案": "<https://w3id.org/zhengmai/vocab#document-type-应急预案>",
        "意见": "<https://w3id.org/zhengmai/vocab#document-type-意见>",
        "批复": "<https://w3id.org/zhengmai/vocab#document-type-批复>",
        "报告": "<https://w3id.org/zhengmai/vocab#document-type-报告>",
        "指南": "<https://w3id.org/zhengmai/vocab#document-type-指南>",
        "指导意见": "<https://w3id.org/zhengmai/vocab#document-type-指导意见>",
        "措施": "<https://w3id.org/zhengmai/vocab#document-type-措施>",
        "政策措施": "<https://w3id.org/zhengmai/vocab#document-type-政策措施>",
        "方案": "<https://w3id.org/zhengmai/vocab#document-type-方案>",
        "暂行办法": "<https://w3id.org/zhengmai/vocab#document-type-暂行办法>",
        "条例": "<https://w3id.org/zhengmai/vocab#document-type-条例>",
        "标准": "<https://w3id.org/zhengmai/vocab#document-type-标准>",
        "清单": "<https://w3id.org/zhengmai/vocab#document-type-清单>",
        "管理办法": "<https://w3id.org/zhengmai/vocab#document-type-管理办法>",
        "纪要": "<https://w3id.org/zhengmai/vocab#document-type-纪要>",
        "纲要": "<https://w3id.org/zhengmai/vocab#document-type-纲要>",
        "细则": "<https://w3id.org/zhengmai/vocab#document-type-细则>",
        "若干措施": "<https://w3id.org/zhengmai/vocab#document-type-若干措施>",
        "行动方案": "<https://w3id.org/zhengmai/vocab#document-type-行动方案>",
        "行动计划": "<https://w3id.org/zhengmai/vocab#document-type-行动计划>",
        "要点": "<https://w3id.org/zhengmai/vocab#document-type-要点>",
        "规划": "<https://w3id.org/zhengmai/vocab#document-type-规划>",
        "规则": "<https://w3id.org/zhengmai/vocab#document-type-规则>",
        "规定": "<https://w3id.org/zhengmai/vocab#document-type-规定>",
        "计划": "<https://w3id.org/zhengmai/vocab#document-type-计划>",
        "议案": "<https://w3id.org/zhengmai/vocab#document-type-议案>",
        "请示": "<https://w3id.org/zhengmai/vocab#document-type-请示>",
        "通告": "<https://w3id.org/zhengmai/vocab#document-type-通告>",
        "通报": "<https://w3id.org/zhengmai/vocab#document-type-通报>",
        "通知": "<https://w3id.org/zhengmai/vocab#document-type-通知>",
        "预案": "<https://w3id.org/zhengmai/vocab#document-type-预案>",
    },
    "force": {
        "encourage": "<https://w3id.org/zhengmai/vocab#force-encourage>",
        "explore": "<https://w3id.org/zhengmai/vocab#force-explore>",
        "forbid": "<https://w3id.org/zhengmai/vocab#force-forbid>",
        "may": "<https://w3id.org/zhengmai/vocab#force-may>",
        "must": "<https://w3id.org/zhengmai/vocab#force-must>",
        "promote": "<https://w3id.org/zhengmai/vocab#force-promote>",
    },
    "gap": {
        "document_missing": "<https://w3id.org/zhengmai/vocab#gap-document_missing>",
        "not_due": "<https://w3id.org/zhengmai/vocab#gap-not_due>",
        "not_found": "<https://w3id.org/zhengmai/vocab#gap-not_found>",
        "not_found_in_incomplete_copy": "<https://w3id.org/zhengmai/vocab#gap-not_found_in_incomplete_copy>",
    },
    "level": {
        "county": "<https://w3id.org/zhengmai/vocab#level-county>",
        "national": "<https://w3id.org/zhengmai/vocab#level-national>",
        "prefectural": "<https://w3id.org/zhengmai/vocab#level-prefectural>",
        "provincial": "<https://w3id.org/zhengmai/vocab#level-provincial>",
        "township": "<https://w3id.org/zhengmai/vocab#level-township>",
    },
    "provision-kind": {
        "annex": "<https://w3id.org/zhengmai/vocab#provision-kind-annex>",
        "article": "<https://w3id.org/zhengmai/vocab#provision-kind-article>",
        "bullet": "<https://w3id.org/zhengmai/vocab#provision-kind-bullet>",
        "chapter": "<https://w3id.org/zhengmai/vocab#provision-kind-chapter>",
        "item": "<https://w3id.org/zhengmai/vocab#provision-kind-item>",
        "part": "<https://w3id.org/zhengmai/vocab#provision-kind-part>",
        "point": "<https://w3id.org/zhengmai/vocab#provision-kind-point>",
        "row": "<https://w3id.org/zhengmai/vocab#provision-kind-row>",
        "section": "<https://w3id.org/zhengmai/vocab#provision-kind-section>",
        "subitem": "<https://w3id.org/zhengmai/vocab#provision-kind-subitem>",
    },
    "provision-role": {
        "container": "<https://w3id.org/zhengmai/vocab#provision-role-container>",
        "definition": "<https://w3id.org/zhengmai/vocab#provision-role-definition>",
        "direction": "<https://w3id.org/zhengmai/vocab#provision-role-direction>",
        "goal": "<https://w3id.org/zhengmai/vocab#provision-role-goal>",
        "obligation": "<https://w3id.org/zhengmai/vocab#provision-role-obligation>",
        "organisation": "<https://w3id.org/zhengmai/vocab#provision-role-organisation>",
        "other": "<https://w3id.org/zhengmai/vocab#provision-role-other>",
        "principle": "<https://w3id.org/zhengmai/vocab#provision-role-principle>",
        "supporting_measure": "<https://w3id.org/zhengmai/vocab#provision-role-supporting_measure>",
        "task": "<https://w3id.org/zhengmai/vocab#provision-role-task>",
    },
    "relation": {
        "adapts": "<https://w3id.org/zhengmai/vocab#relation-adapts>",
        "aligns": "<https://w3id.org/zhengmai/vocab#relation-aligns>",
        "elaborates": "<https://w3id.org/zhengmai/vocab#relation-elaborates>",
        "partial": "<https://w3id.org/zhengmai/vocab#relation-partial>",
        "restates": "<https://w3id.org/zhengmai/vocab#relation-restates>",
    },
    "review-state": {
        "accepted": "<https://w3id.org/zhengmai/vocab#review-state-accepted>",
        "rejected": "<https://w3id.org/zhengmai/vocab#review-state-rejected>",
        "relabelled": "<https://w3id.org/zhengmai/vocab#review-state-relabelled>",
        "stale": "<https://w3id.org/zhengmai/vocab#review-state-stale>",
        "unreviewed": "<https://w3id.org/zhengmai/vocab#review-state-unreviewed>",
    },
    "role": {
        "lead": "<https://w3id.org/zhengmai/vocab#role-lead>",
        "responsible": "<https://w3id.org/zhengmai/vocab#role-responsible>",
        "support": "<https://w3id.org/zhengmai/vocab#role-support>",
    },
    "severity": {
        "info": "<https://w3id.org/zhengmai/vocab#severity-info>",
        "violation": "<https://w3id.org/zhengmai/vocab#severity-violation>",
        "warning": "<https://w3id.org/zhengmai/vocab#severity-warning>",
    },
    "verdict": {
        "accept": "<https://w3id.org/zhengmai/vocab#verdict-accept>",
        "note": "<https://w3id.org/zhengmai/vocab#verdict-note>",
        "reject": "<https://w3id.org/zhengmai/vocab#verdict-reject>",
        "relabel": "<https://w3id.org/zhengmai/vocab#verdict-relabel>",
    },
    "witness-kind": {
        "abridged": "<https://w3id.org/zhengmai/vocab#witness-kind-abridged>",
        "full": "<https://w3id.org/zhengmai/vocab#witness-kind-full>",
        "rewritten": "<https://w3id.org/zhengmai/vocab#witness-kind-rewritten>",
        "unfit": "<https://w3id.org/zhengmai/vocab#witness-kind-unfit>",
    },
}
