#include <stddef.h>

#include "data/namecues.h"

const struct name_cue name_cues[] = {
	{ CUE_TITLE,
	  "mr mrs ms miss mx mister dr drs doctor prof professor sir dame lord "
	  "lady baroness baron rev revd reverend canon father fr pastor rabbi "
	  "imam sheikh cllr cllrs councillor councillors alderman judge justice "
	  "sgt sergeant inspector constable captain capt colonel major mme "
	  "mlle monsieur madame herr frau senor senora sra signor signora nurse "
	  "sister auntie aunty uncle" },
	{ CUE_SAYS,
	  "said says say saying felt feels feel thinks thought think asked asks "
	  "added adds raised raises agreed agrees disagreed disagrees suggested "
	  "suggests wants wanted noted mentioned mentions challenged challenges "
	  "reported proposed proposes offered offers volunteered explained "
	  "explains pointed argued argues commented comments described shared "
	  "spoke speaks talked talks told reminded recalled questioned queried "
	  "queries wondered wonders replied responded answered insisted insists "
	  "stressed emphasised emphasized warned warns worried worries hoped "
	  "believed believes recommended recommends stated observed highlighted "
	  "highlights acknowledged admitted confirmed concluded concurred "
	  "objected objects seconded thanked welcomed presented introduced "
	  "chaired facilitated reckons reckoned supports supported pushed "
	  "interrupted interjected countered remarked cautioned urged urges "
	  "demanded complained echoed joked laughed promised "
	  "offering saying wished expressed voiced echoes knows knew "
	  "jokes joked moans moaned grumbled keen cant wont doesnt didnt hasnt "
	  "couldnt wouldnt shouldnt happy unhappy adamant annoyed unsure "
	  "apologised clarified summarised summarized reflected flagged" },
	{ CUE_BEFORE,
	  "with by from to and for thank thanks ask asked tell told call cc via "
	  "per contact email emailed met meet invite invited both says said "
	  "than about colleague colleagues named" },
	{ CUE_MONTH,
	  "january february march april may june july august september october "
	  "november december spring summer autumn winter easter christmas "
	  "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday "
	  "wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
	  "christian jordan georgia chad israel" },
	{ CUE_SPOT,
	  "road street lane avenue close drive way park school hospital surgery "
	  "centre center house court square hall church college university "
	  "library bridge hill green place crescent gardens terrace grove farm "
	  "estate ward station hospice clinic pub inn theatre museum arena "
	  "row mews market academy primary infants cathedral chapel foundation "
	  "trust council university valley bay island river lake concern" },
	{ CUE_PARTICLE,
	  "van von der den de di da del della du la le los las al el bin ibn "
	  "bint ap ab ter ten af zu dos das do e y o mac mc san st saint ould "
	  "abu abd abdul ben" },
	{ CUE_THE,
	  "the a an our my your his her their its this that these those some "
	  "any each every no local another such" },
	{ CUE_DOES,
	  "draft send circulate write follow contact share check chase book "
	  "arrange organise organize set speak talk email call report confirm "
	  "update prepare bring look find ask invite collate produce host "
	  "forward liaise investigate provide present review meet raise get "
	  "put take make explore lead coordinate pick pass print post upload "
	  "do run give join attend pull draw phone text visit start own" },
	{ CUE_ORG,
	  "ltd limited plc llp cic inc llc gmbh trust council group association "
	  "foundation charity society partnership centre center institute "
	  "university college school hospital hospitals surgery practice police "
	  "service services network forum federation union church uk nhs bank "
	  "company co corp corporation agency authority board committee "
	  "department community" },
	{ CUE_ABBREV,
	  "uk us eu ai it hr pr tv gp gps nhs ceo ccg icb pcn pm ok id qa vp "
	  "mp mps ms ba re md dr un usa bbc ict vr ar eg ie etc "
	  "ngo lgbt mot vat gdp gdpr faq diy dna cv pc pcs cd dvd fm hq rsvp tbc "
	  "tba asap aob sen cic ldn dwp cpd dbs bme bame asb np nb fe he cab" },
	{ CUE_OWNER,
	  "action actions lead leads owner ownership contact responsible by chair "
	  "facilitator scribe speaker speakers attendees present apologies host "
	  "notetaker rapporteur participant participants from who assigned cc "
	  "question comment minutes notes taken recorder secretary treasurer "
	  "timekeeper minuted" },
	{ CUE_WHEN,
	  "in by since until till during from of next last before after this "
	  "early late mid every each around between" },
	{ CUE_SECRET,
	  "record recorded sharing share shared confidence confidential "
	  "publication publish published circulation minuted minute minutes "
	  "quote quoted quoting walls ourselves private us attribution further "
	  "include notes otr report repeat repeated room ears write me "
	  "embargo embargoed yourselves yourself onward writeup leave internal "
	  "sensitive commercially commercial public quiet anyone publishing "
	  "external confid dnq offtherecord" },
	{ CUE_EVERYDAY,
	  "cafe cafes wifi ebike ebikes escooter escooters rewilding lockdown "
	  "lockdowns ubers sencos pcsos ngos ysgol" },
	{ CUE_PROPER,
	  "arab bajan catalan cornish czech greek irish kosovan kurds maltese "
	  "moldovan romani russian slovak thai turk sunni eid diwali vaisakhi "
	  "holi navratri nowruz samhain uber esports brexit asda morrisons "
	  "sainsburys greggs waitrose deliveroo eventbrite slido victorian "
	  "tudor romans eurozone eurostar allah senco pcso esol hyperloop" },
	{ CUE_CLAIM, "www dot" },
	{ 0, NULL },
};
