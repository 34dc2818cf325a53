#include "data/cellwords.h"

#include <stddef.h>

const struct cell_words cell_words[] = {
	{ CELL_PRONOUN,
	  "she her hers herself he him his himself they them their theirs "
	  "themself themselves it its ze zir zirs hir hirs xe xem xyr ey em eir "
	  "fae faer any all no pronouns pronoun elle elles lui iel ella ellas "
	  "ello ellos sie ihr ihn ihm hen hun zij haar hij hem hon honom" },
	{ CELL_TITLE,
	  "the rt hon hons honourable honorable right very most revd reverend "
	  "venerable ven his her excellency highness majesty dr drs doctor prof "
	  "professor professorin profssa dring drmed drhabil habil ing dipl "
	  "diplom diplomingenieur mag mgr msgr monsignor mr mrs ms miss mx mister "
	  "mme mlle madame monsieur herr frau fru frauprof hr sra srta senor "
	  "senora dona dott dottssa sig signor signora sir dame lord lady baroness "
	  "baron viscount viscountess earl count countess cllr cllrs councillor "
	  "councillors ald alderman rev canon fr rabbi imam sheikh judge justice "
	  "sgt insp capt lt col maj ing engr arch avv lic licda mons" },
	{ CELL_HONOUR,
	  "mbe obe cbe kbe dbe gbe bem kcb dcb kcmg dcmg cmg cvo lvo mvo phd "
	  "dphil dsc dlitt dclin dclinpsy edd engd msc mphil mres mba mpa mph "
	  "msw mfa meng med mchem mmath mbbs mbchb bchir bsc beng bed bmus llb "
	  "llm pgce pgcert pgdip dipsw diped dipsw frsa frs frcp frcgp frcs frcn "
	  "frcpsych frcpch frca frics fba frse frsb frss frgs frhists fca fcca "
	  "fcipd fciob fcilip fhea sfhea pfhea mrcp mrcgp mrcs mrcpsych mrics "
	  "mcipd mciob aca acca cpa cpfa ceng cenv cgeol csci cpsychol cfa riba "
	  "mrtpi rgn rmn rnld rscn esq esquire jr jnr junior snr ret retd" },
	{ CELL_LETTERS,
	  "ma ba mp msp mep ms am mla mlas td kc qc jp dl md mb do rn rm pa bt "
	  "cb ch om gcb qpm qfsm ra ii iii iv sj osb osa op pc psp cssr sr "
	  "hons cantab oxon" },
	{ CELL_NOBODY,
	  "tbc tba na none nobody nil null unknown anon anonymous guest guests "
	  "vacant vacancy spare reserved unnamed several various everyone "
	  "everybody yes no true false y n nan plus one two three partner spouse "
	  "husband wife friend friends family child children baby son daughter "
	  "colleague colleagues team others other carer carers pa assistant "
	  "helper companion same above as ditto self myself me not applicable "
	  "name names confirmed announced be to my their his her a an total "
	  "totals sum count grand info requested attendees participants "
	  "delegates" },
	{ CELL_REMARK,
	  "online remote remotely virtual virtually hybrid zoom teams dialling "
	  "dial phone late early leaving leaves arriving arrives cancelled "
	  "canceled cancelling withdrawn declined apologies absent dna dnc "
	  "waitlist waitlisted waiting list new vip vegan vegetarian halal kosher "
	  "coeliac chair chairs chairman chairwoman chairperson cochair vicechair "
	  "facilitator facilitators cofacilitator host hosts cohost table "
	  "speaker keynote panellist panelist moderator organiser organizer "
	  "convenor convener notetaker scribe interpreter translator observer "
	  "volunteer staff student press attending attended confirmed unconfirmed "
	  "registered checked in external internal presenter attendee "
	  "participant delegate member me am pm only until from unverified iphone "
	  "ipad android laptop" },
	{ CELL_BORN, "nee ne born formerly previously geb geborene maiden "
	             "ex then" },
	{ CELL_CALLED,
	  "aka known called goes by as prefers preferred nickname dit dite "
	  "alias" },
	{ CELL_AND, "and und et with plus" },
	{ 0, NULL },
};
