#include "data/cue_table.h"

/* Who may be said to hold a view, when the note names no one. */
#define SOME \
	"(?:some|several|many|most|a few|a couple|one|half|a minority|" \
	"a majority|part)"
#define OTHERS \
	"(?:others?(?! (?:issue|thing|point|matter|topic|feature|function|" \
	"aspect|factor|example|area))|another (?:table|group|participant|" \
	"person|member)|the (?:rest|other (?:half|tables?|groups?|side))|" \
	"some(?! of (?:the|these|those|them)\\b)(?! extent))"
#define VIEWS \
	"(?:views?|opinions?|positions?|perspectives|ideas|feelings|" \
	"interpretations|reactions|responses|preferences|tastes?|stances?|" \
	"attitudes|priorities|understandings|expectations|visions|values)"
/* What the holder of a view does with it. */
#define HELD \
	"(?:thought|believed|felt|said|argued|insisted|preferred|wanted|" \
	"considered|claimed|responded|replied|favou?red|suggested|proposed|" \
	"maintained|stressed|saw|worried|feared|supported|advocated)"
#define REFUSED \
	"(?:disagreed|opposed|objected|doubted|denied|rejected|refused|" \
	"questioned|disputed|resisted|challenged|was against|were against|" \
	"against|argued|insisted|did not agree|didn't agree)"
#define WHILE "(?:while|whereas|whilst|but|although|though|yet)"
/* Not where a label says that there is none. */
#define NOTHING "(?! ?-? ?(?:none|no|nil|nothing|n/?a|not [a-z]+|-+)[. ]*$)"
#define NOT "(?: not|n't|n\xe2\x80\x99t)"

/* Words of the lists above. */
#define OTHER_WORDS "other another rest some"
#define HELD_WORDS \
	"thought$ believed$ felt$ said$ argued$ insisted$ preferred$ wanted$ " \
	"considered$ claimed$ responded$ replied$ favoured$ favored$ " \
	"suggested$ proposed$ maintained$ stressed$ saw$ worried$ feared$ " \
	"supported$ advocated$"
#define VIEW_WORDS \
	"view opinion position perspective idea feeling interpretation " \
	"reaction response preference taste stance attitude priorit " \
	"understanding expectation vision value"

#define D(name, needs, also, pattern) D3(name, needs, also, NULL, pattern)
#define D3(name, needs, also, too, pattern) \
	{ \
		CUE_DIVERGENCE, name, { needs, also, too }, pattern, 0, 0 \
	}
#define D_CASED(name, needs, also, too, pattern) \
	{ \
		CUE_DIVERGENCE, name, { needs, also, too }, pattern, 1, 0 \
	}
#define C(name, needs, also, pattern) C3(name, needs, also, NULL, pattern)
#define C3(name, needs, also, too, pattern) \
	{ \
		CUE_CONVERGENCE, name, { needs, also, too }, pattern, 0, 0 \
	}

/* Labels that note-takers put in front. */
#define LABEL(kind, name, needs, pattern) \
	{ \
		kind, name, { needs, NULL, NULL }, pattern, 0, 1 \
	}

const struct cue_pattern cue_table[] = {
	LABEL(CUE_DIVERGENCE, "divergence, as a label",
	      "disagree diverg dissent contested opposed",
	      "^[-*\"' ]{0,3}(?:disagreements?|divergences?|dissent|contested)"
	      "(?: (?:that|about|on|over|as to|whether)\\b| ?:| ?-)" NOTHING "|"
	      "^[-*\"' ]{0,3}(?:disagree|opposed)(?: that\\b| ?:)" NOTHING),
	LABEL(CUE_CONVERGENCE, "agreement, as a label", "agree consensus",
	      "^[-*\"' ]{0,3}(?:agreed|agreement|consensus|all agreed?)"
	      "(?: (?:that|about|on|to)\\b| ?:| ?-)" NOTHING),
	D("disagreement", "disagree", NULL,
	  "(?<!no )(?<!not )(?<!without )(?<!any )(?<!\\bI )(?<!you )"
	  "(?<!\\bI strongly )(?<!to )\\bdisagree(?:s|d|ing|ments?)?\\b"),
	D("opposition", "oppos", NULL,
	  "(?<!as )(?<!\\bI )(?<!to )(?<!not )"
	  "\\boppos(?:ed|es|ing|e)\\b(?! (?:to each|sides? of|direction|"
	  "end))|\\b(?:met with|strong|some|continued|fierce|faced?|"
	  "clear) opposition\\b(?! (?:part|leader|member))"),
	D("objection", "object", NULL,
	  "(?<!not )(?<!\\bno )(?<!\\bI )\\bobject(?:ed|ing)\\b"
	  "(?= (?:to|that)\\b|[,.;]|$)|"
	  "(?<!no )(?<!any )(?<!without )\\b(?:raised|strong|some|several|"
	  "many|voiced|serious) objections?\\b"),
	D("divergence", "diverg", NULL,
	  "(?<!no )\\bdiverg(?:e|es|ed|ing|ences?|ent)\\b"),
	D("different views",
	  "differ mixed conflict contrast oppos opposite "
	  "divided split polari compet contradict varied varying",
	  VIEW_WORDS,
	  "\\b(?:different|differing|mixed|conflicting|contrasting|opposing|"
	  "opposite|divided|split|polari[sz]ed|competing|contradictory|"
	  "varied|varying) (?:\\w+ )?" VIEWS "\\b"),
	D("views differ", "differ divid split vari mixed diverg clash spilt",
	  "view opinion position perspective idea feeling interpretation "
	  "reaction response preference taste stance table group room people "
	  "participant member",
	  "\\b(?:views?|opinions?|positions?|perspectives|feelings|"
	  "interpretations|reactions|responses|preferences|tastes?|stances?|"
	  "the (?:table|group|room)|people|participants|members)\\b"
	  "[^.;]{0,90}?\\b(?:differ(?:ed|s)?|(?:was|were|is|are|remained|"
	  "stayed) (?:\\w+ )?(?:divided|split|mixed)|split|spilt|varied|"
	  "diverged|clash(?:ed)?)\\b(?! up\\b| into\\b)"),
	D("differ on", "differ", NULL,
	  "\\bdiffer(?:ed|s)? (?:(?:widely|sharply|strongly|markedly|"
	  "greatly) )?(?:on|over|about|as to|regarding)\\b|\\bdifferences "
	  "(?:of (?:view|opinion)|remain|persist|emerged|between (?:tables|"
	  "groups|participants|members))"),
	D("divided on", "divid split torn", NULL,
	  "\\b(?:was|were|is|are|remained?|stayed|we're) (?:\\w+ly )?"
	  "(?:divided|split|torn) (?:on|over|about|between|as to)\\b|"
	  "\\bsplit (?:the (?:table|group|room)|down the middle)\\b"),
	D("not one view", "one single more several", "view opinion answer mind",
	  "\\b(?:not one|no (?:one|single|common)|more than one) "
	  "(?:view|opinion|answer)\\b|\\bseveral minds\\b|"
	  "\\bof two minds\\b"),
	D("no agreement", "consensus agreement agreed",
	  "no not without lack "
	  "never little nor failed unable hardly",
	  "\\b(?:no|little|without(?: any| reaching)?(?: an?)?|lack of|never)"
	  " (?:\\w+ )?(?:consensus|agreement)\\b(?! with (?:the )?[a-z]+ "
	  "compan)|\\bnot? (?:yet )?(?:\\w+ )?(?:come to|reach(?:ed)?|found?|"
	  "get to) (?:an?y? )?(?:\\w+ )?(?:agreement|consensus)\\b|"
	  "\\b(?:unable|failed|failing) to (?:reach|find|come to|agree)\\b|"
	  "\\bnot (?:yet )?agreed\\b"),
	D("could not agree", "agree accept",
	  "not no cannot didn couldn don "
	  "wouldn doesn can won",
	  "\\b(?:could|did|do|does|would|were|was|can|will)" NOT
	  " (?:able to )?(?:all )?(?:fully )?(?:agree\\b|come to an? "
	  "agreement|reach an? (?:agreement|consensus))(?! more)|"
	  "\\b(?:table|group|participants|members|people|they|others?)\\b "
	  "[^.;]{0,30}\\bcannot agree\\b"),
	D3("some, others",
	   "some several many most few couple one half part "
	   "minority majority",
	   "while$ whereas$ whilst$ but$ although$ though$ yet$ " HELD_WORDS,
	   OTHER_WORDS,
	   "\\b" SOME "\\b[^.;]{3,160}?(?:,|;|\\b" WHILE "\\b|\\band\\b)"
	   ",? (?:" WHILE " )?(?:many |most |several |a few )?" OTHERS
	   " (?!of (?:the )?[a-z]+ (?:is|are)\\b)[^.;]{0,40}?\\b" HELD "\\b|"
	   "\\b" SOME "\\b[^.;]{3,160}?[,;]? ?\\b" WHILE "\\b,? (?:many |most "
	   "|several |a few )?" OTHERS "\\b"),
	D("others, on the contrary", "others$",
	  "while whereas but "
	  "although though however whilst",
	  "\\b(?:while|whereas|whilst|but|although|though|however),? (?:many "
	  "|most |several |a few |the )?others\\b(?! (?:might|may|could) be)"
	  "[^.;]{0,40}?\\b(?:" HELD "|" REFUSED "|think|feel|believe|say|"
	  "want|prefer|see|worry|doubt|disagree|fear|did" NOT "|do" NOT ")\\b"),
	D("one side, the other", "hand side", "other",
	  "\\bon (?:the )?one (?:hand|side)\\b.{3,240}\\bon the other\\b|"
	  "\\bone side\\b.{3,160}\\bthe other(?: side)?\\b"),
	D("tension", "tension", NULL,
	  "\\btensions? (?:between|over|around|about|with)\\b|"
	  "\\b(?:there (?:is|was)|real|strong|some) tension\\b"),
	D("contentious",
	  "contentious controvers contested polari divisive "
	  "deadlock stalemate impasse",
	  NULL,
	  "\\b(?:contentious|controversial|controversy|contested|"
	  "polari[sz](?:ed|ing)|divisive|deadlock(?:ed)?|stalemate|"
	  "impasse)\\b"),
	D("dispute", "disput", NULL,
	  "(?<!un)(?<!in )\\bdisput(?:ed|ing)\\b(?! resolution)|"
	  "\\bdispute(?:s)? (?:over|about|whether|between)\\b"),
	D("debate", "debat argument argued", NULL,
	  "\\bdebated?\\b (?:over|whether|at length|how far)\\b|\\b(?:heated|"
	  "lively|long|fierce|much) (?:debate|argument)\\b|"
	  "\\bargued (?:against|over|about)\\b"),
	D("rejected",
	  "reject denied doubt overrul refus veto criticis "
	  "criticiz challeng question",
	  "idea proposal suggestion option "
	  "motion plan this it that colour color claim concept by",
	  "\\b(?:idea|proposal|suggestion|option|motion|plan|claim|concept|"
	  "colou?r)\\b[^.;]{0,60}\\b(?:was|were|got) (?:\\w+ly )?(?:rejected|"
	  "denied|doubted|questioned|refused|vetoed|disputed)\\b|\\b(?:but|"
	  "though|although) (?:this|it|that|the suggestion|the idea|the "
	  "proposal) was (?:\\w+ly )?(?:denied|rejected|refused|doubted)\\b|"
	  "\\b(?:was|were|got) (?:rejected|denied|doubted|overruled|disputed|"
	  "criticised|criticized|opposed|refused) by\\b"),
	D("doubt", "doubt", NULL,
	  "(?<!no )(?<!\\bI )(?<!without )\\bdoubted\\b|"
	  "\\bdoubts\\b (?:were|was|whether|about (?:the|whether|this))"),
	D("split in two", "split torn$ minds$ heated", NULL,
	  "\\b(?:big|real|clear|deep|even|50[/-]50) split\\b|\\bsplit (?:50[/-]"
	  "50|evenly|in (?:two|half))\\b|\\b(?:we|people|table|group|room) (?:is|"
	  "are|was|were) (?:\\w+ )?torn\\b|\\bin two minds\\b|\\bheated "
	  "(?:discussion|exchange)"),
	D("hardly any agree", "agree unanim",
	  "nobody$ no$ none$ few$ hardly$ never$ not$ apart$ except$",
	  "\\b(?:nobody|no one|none of us|few|hardly any(?:one|body)) (?:\\w+ )?"
	  "agreed?\\b|\\b(?:we|table|group|people) never agreed\\b|\\bnot "
	  "unanimous|\\b(?:agreement|consensus)(?: was|:)? not (?:yet )?reached\\b|"
	  "\\ball agreed? (?:apart from|except)\\b|"
	  "\\bagreed (?:apart from|except)\\b"),
	D("push back", "push", "back", "\\bpush(?:ed|ing)?[ -]back\\b"),
	D("someone is against", "against", NULL,
	  "\\b(?:some|many|several|others?|one|few|half|table|group|members?|"
	  "participants?|people|designers?|managers?|marketing|were|was|"
	  "strongly|but [A-Z][\\w' ]{2,30}) (?:\\w+ )?against (?:it|this|the "
	  "idea|the proposal|having|using|any)\\b"),
	D("not everyone", "not$", "everyone$ everybody$ all$",
	  "\\bnot (?:everyone|everybody|all (?:of (?:us|them)|participants|"
	  "members|tables|groups|agreed)) (?:\\w+ )?(?:agree|agreed|felt|"
	  "feels|shared|shares|was|were|supported|convinced|accepted|"
	  "liked|wanted)\\b"),
	D("minority view", "minority dissent", NULL,
	  "\\b(?:minority|dissenting) (?:view|opinion|position|voice|"
	  "report)\\b|\\bdissent(?:ed|ing)\\b|\\ba minority (?:felt|thought|"
	  "wanted|argued|preferred)\\b"),
	D3("unacceptable to some", "accept support unacceptable",
	   "not$ cannot$ couldn$ cann$ wouldn$ "
	   "willn$ unacceptable$",
	   "table$ group$ participants$ members$ some$ others$ they$ "
	   "parties$ unacceptable$",
	   "\\b(?:table|group|participants|members|some|others|they|parties) "
	   "(?:could|can|would|will)" NOT " (?:be able to )?(?:accept|support|"
	   "agree)\\b|\\b(?:table|group|participants|members|some|others|they)"
	   " cannot (?:accept|support)\\b|\\bunacceptable (?:to|for) (?:some|"
	   "many|others|several|the)\\b"),
	D3("for and against", "favo support prefer",
	   "against while whereas but "
	   "other oppos",
	   "favour$ favor$ against$ cons$ supported$ favoured$ favored$ "
	   "preferred$",
	   "\\bin favou?r\\b[^.;]{0,80}\\bagainst\\b|\\b(?:for|pros) and "
	   "(?:against|cons)\\b(?= were| was|:)|\\b(?:supported|favou?red|"
	   "preferred)\\b[^.;]{0,120}\\b(?:while|whereas)\\b|\\b(?:supported|"
	   "favou?red|preferred)\\b[^.;]{0,120}\\bbut (?:[\\w']+ ){0,4}?"
	   "(?:was|were) (?:doubted|rejected|against|opposed|not)\\b"),
	/* The project manager thought ..., while the designer thought ... */
	D3("two who differ", "while$ whereas$ whilst$",
	   "thought believ felt said suggest propos consider want prefer argu "
	   "insist claim favo",
	   HELD_WORDS,
	   "\\b" HELD "\\b[^.;]{3,200}?\\b(?:while|whereas|whilst)\\b,? "
	   "(?!(?:it|there|they|he|she|the (?:other )?(?:remote|buttons?)|"
	   "these|this|that|having|being|using)\\b)"
	   "[\\w' -]{2,50}? (?:" HELD "|" REFUSED ")\\b"),
	D_CASED(
	    "answered by another", "but$ though$ although$",
	    "thought believ "
	    "felt said suggest propos consider want prefer argu insist doubt "
	    "claim favo",
	    "doubted$ " HELD_WORDS,
	    "\\b(?:" HELD "|doubted)\\b[^.;]{3,200}?\\b(?:but|though|although)"
	    "\\b,? (?:the )?[A-Z][\\w' -]{2,40}? (?:" REFUSED
	    "|responded|replied)\\b"),
	/* However, the designer denied ... */
	D("however", "however then meanwhile nevertheless",
	  "denied argu doubt "
	  "oppos disagree object question concern worri thought uncertain "
	  "refus insist",
	  "(?:^|[.;] )(?:however|nevertheless|nonetheless|yet),? (?:the )?"
	  "(?!(?:it|there|this|that|we|these|I)\\b)(?:[\\w'-]+ ){1,7}?"
	  "(?:(?:still )?(?:argued|insisted|denied|doubted|opposed|objected|"
	  "questioned|refused|disagreed)|(?:was |were )?(?:still )?"
	  "(?:concerned|worried|uncertain|sceptical|skeptical) (?:that|about)|"
	  "thought (?:it|this|that) (?:was|would be) (?:\\w+ ){0,2}?(?:too|"
	  "difficult|hard|wrong|unnecessary|expensive|impossible|unfair))\\b|"
	  "(?:^|[.;] )(?:meanwhile|then),? (?:the )?(?:[\\w'-]+ ){1,4}?"
	  "(?:argued|denied|doubted|opposed|objected|questioned|refused|"
	  "disagreed)\\b"),
	D_CASED("doubt of one", "doubt question", NULL, NULL,
	        "^(?:The )?(?:[A-Z][\\w'-]+ ){1,3}?(?:doubted|questioned) "
	        "(?:whether|its|the (?:need|idea|proposal|design))\\b"),
	D3("not shared", "share$ shared$", "not$ didn$ don$ doesn$",
	   "did$ didn$ do$ don$ does$ doesn$ shared$",
	   "\\b(?:did|do|does)" NOT " (?:appear to )?share\\b (?:the|this|that|"
	   "these|those|his|her|their)\\b|\\bnot shared by\\b"),
	D("conflict of aims", "conflict dilemma trade",
	  "with$ between$ over$ interests$ aims$ goals$",
	  "\\bconflict(?:s|ing)? (?:with|between|over|interests|aims|goals)"
	  "\\b|\\btrade-?offs? between\\b|\\bdilemma between\\b"),
	D("contradicted", "contradict", NULL,
	  "\\bcontradict(?:ed|s)? (?:by|each other|the (?:table|group|idea))"
	  "\\b"),

	C("agreed", "agree", NULL,
	  "(?<!dis)(?<!not )(?<!not yet )(?<!n't )(?<!never )\\bagreed\\b "
	  "(?:that|to|on|with|by|upon|in|the|an?)\\b|\\b(?:commonly|generally"
	  "|broadly|widely|unanimously|eventually|also|finally|all|fully|"
	  "strongly) agreed?\\b|\\b(?:participants|members|everyone|everybody"
	  "|table|group|they|we|tables|groups|people|many|most|all)\\b,? "
	  "(?!not |don|can|could|did|will|never )(?:\\w+ )?agree[ds]?\\b"
	  "(?! to disagree)"),
	C("broad agreement", "agreement$ consensus$ support$",
	  "broad$ general$ strong$ wide$ widespread$ "
	  "unanimous$ full$ near$ overwhelming$ emerging$ "
	  "clear$ rough$ almost$ common$ total$ "
	  "complete$ shared$",
	  "(?<!no )(?<!not )\\b(?:broad|general|strong|wide|widespread|"
	  "unanimous|full|near|overwhelming|emerging|clear|rough|almost an?|"
	  "common|total|complete|shared)[ -](?:agreement|consensus|support)"
	  "\\b"),
	C("consensus", "consensus agreement", NULL,
	  "(?<!no )(?<!not )(?<!any )\\bconsensus (?:that|on|was|is|emerged|"
	  "about|around|for)\\b|\\bby consensus\\b|(?<!not )(?<!no )\\b"
	  "reached (?:an? )?(?:\\w+ )?(?:consensus|agreement)\\b|"
	  "\\bin agreement\\b"),
	C("unanimous", "unanim nem$", NULL,
	  "\\bunanimous(?:ly)?\\b|\\bnem\\.? con\\b"),
	C3("everyone", "everyone$ everybody$ all$ whole$",
	   "agree$ agreed$ support$ supported$ want$ "
	   "wanted$ wants$ felt$ feels$ feel$ "
	   "liked$ accepted$ think$ thinks$ thought$ "
	   "share$ shared$ see$ sees$",
	   "everyone$ everybody$ participants$ tables$ groups$ members$ of$ "
	   "present$ at$ group$ table$",
	   "(?<!not )\\b(?:everyone|everybody|all (?:participants|tables|groups"
	   "|members|of us|of them|present)|the whole (?:group|table)|all at "
	   "the table) (?:\\w+ )?(?:agree|agreed|support|supported|want|wanted|"
	   "felt|feels|feel|liked|accepted|thinks?|thought|shared?|wants|sees?)"
	   "\\b"),
	C("common ground",
	  "common$ shared$ converged$ converges$ "
	  "convergence$",
	  "ground$ view$ understanding$ vision$ concern$ "
	  "feeling$ converged$ converges$ convergence$",
	  "(?<!no )\\b(?:common ground|shared (?:view|understanding|vision|"
	  "concern|feeling)|converge(?:d|nce|s))\\b"),
	C("no disagreement", "disagree object dissent", "no without nobody",
	  "\\b(?:no|without(?: any)?|little) (?:\\w+ )?(?:disagreements?|"
	  "objections?|dissent|opposition)\\b|\\b(?:nobody|no one) (?:objected"
	  "|disagreed|opposed)\\b"),
	C("accepted", "accepted$ welcomed$ endorsed$ adopted$ supported$",
	  "by$",
	  "\\b(?:accepted|welcomed|endorsed|adopted|supported) (?:unanimously "
	  ")?by (?:the (?:whole )?(?:group|table|room)|all|everyone|most|"
	  "(?:the )?(?:participants|members))\\b"),
	C("widely supported", "support$ supported$ supports$",
	  "many$ most$ all$ several$ majority$ "
	  "numerous$ widely$ strongly$",
	  "\\b(?:many|numerous|most|all|several|majority)\\b[^.;]{0,60}?"
	  "\\bsupport(?:ed|s)?\\b(?![^.]*(?:while|oppos|\\bbut\\b))|"
	  "\\b(?:widely|strongly) supported\\b"),
	C("same view", "same", "view opinion position conclusion mind page",
	  "\\b(?:the|of the|came to the|of) same (?:view|opinion|position|"
	  "conclusion|mind)\\b|\\bon the same page\\b"),
};

_Static_assert(sizeof(cue_table) / sizeof(*cue_table) <= CUES_MOST,
               "a bit for each wording");

const size_t cue_table_len = sizeof(cue_table) / sizeof(*cue_table);
