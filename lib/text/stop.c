#include "text/stop.h"

#include <stdbool.h>
#include <string.h>

#include "text/token.h"

/* Between blanks, sorted, so that a word is found by halving. */
static const char function_words[] =
    " a about above across actually after afterwards again against"
    " ago ain aint all almost alone along already also although"
    " always am amid among amongst an and another any anybody anyhow"
    " anyone anything anyway anywhere apart are aren aren't arent"
    " around as aside at away back be became because become becomes"
    " becoming been before beforehand behind being below beneath"
    " beside besides between beyond both but by came can can't cannot"
    " cant come comes coming could couldn couldn't couldnt did didn"
    " didn't didnt do does doesn doesn't doesnt doing don don't done"
    " dont down due during each eg either else elsewhere enough"
    " especially et etc even ever every everybody everyone everything"
    " everywhere except few for from further furthermore gave get"
    " gets getting give given gives giving go goes going gone gonna"
    " got gotten had hadn hadn't hadnt has hasn hasn't hasnt have"
    " haven haven't havent having he he'd he'll he's hence her here"
    " here's hereby hers herself him himself his how how's however i"
    " i'd i'll i'm i've id ie if im in indeed inside instead into is"
    " isn isn't isnt it it'd it'll it's its itself ive just kind"
    " kinda know least less lest let let's lets like likely ll lot"
    " lots made mainly make makes making many may maybe me meanwhile"
    " might mightn't mine more moreover most mostly much must mustn't"
    " my myself namely near nearly neither never nevertheless no"
    " nobody non none nonetheless nor not nothing notwithstanding now"
    " nowhere of off often oh ok okay on once one ones only onto or"
    " other others otherwise ought our ours ourselves out outside"
    " over overall own particularly per perhaps please plus possibly"
    " probably put puts quite rather re really regarding regardless"
    " said same say saying says see seeing seem seemed seeming seems"
    " seen shall shan't she she'd she'll she's should shouldn"
    " shouldn't shouldnt simply since so some somebody somehow"
    " someone something sometime sometimes somewhat somewhere soon"
    " still such take taken takes taking than thank thanks that"
    " that'd that'll that's thats the their theirs them themselves"
    " then thence there there'd there'll there's thereby therefore"
    " therein theres these they they'd they'll they're they've theyre"
    " thing things this those though through throughout thru thus"
    " till to together too took toward towards truly under unless"
    " unlike until unto up upon us use used uses using usually"
    " various ve very via want wanted wants was wasn wasn't wasnt way"
    " ways we we'd we'll we're we've well went were weren weren't"
    " werent what what's whatever when when's whenever where where's"
    " whereas whereby wherein wherever whether which whichever while"
    " whilst who who'd who'll who's whoever whole whom whose why"
    " why's will with within without won won't wont would wouldn"
    " wouldn't wouldnt yeah yes yet you you'd you'll you're you've"
    " your youre yours yourself yourselves ";

static const char negations[] =
    " ain't aint aren't arent can't cannot cant couldn't couldnt"
    " didn't didnt doesn't doesnt don't dont hadn't hadnt hardly"
    " hasn't hasnt haven't havent isn't isnt lack lacking mightn't"
    " mustn't neither never no nobody none nor not nothing nowhere"
    " rarely scarcely shan't shouldn't shouldnt unable wasn't wasnt"
    " weren't werent without won't wont wouldn't wouldnt ";

static const char contrasts[] =
    " although but conversely despite however instead nevertheless"
    " nonetheless notwithstanding otherwise rather regardless though"
    " unless unlike whereas while whilst yet ";

static const char weak_words[] =
    " able absolutely access additional amazing area areas ask asked"
    " aspect back bad based best better big bit brilliant case"
    " certain change clear close comment comments common consider"
    " course current currently day days different difficult double"
    " easily easy effect effects eight ensure etc example excellent"
    " existing experience extremely fact feel feeling felt find first"
    " five focus four front full general give good great group groups"
    " half happen happy hard help helpful high hour hours hundred"
    " idea ideas impact impacts important improve improved"
    " improvement include including increase individual individuals"
    " issue issues item keep key know lack large lead leads left"
    " level little long look looking looks lots lovely low main major"
    " mean means million min mins minute minutes month months morning"
    " mornings need needed needs negative new nice night nights nine"
    " number one open opinion order part particular people per person"
    " persons place plus point points positive possible potential"
    " pretty problem problems process provide provided question"
    " questions quite real reason reasons right ring role run says"
    " second sense set seven several show similar situation six small"
    " solve sort specific start state strong stuff support sure"
    " system systems talk tell ten thing think thinking third thought"
    " thoughts thousand three time times today tomorrow tonight topic"
    " try trying two type types understand useful various via view"
    " want wanted week weeks whole wk wks word words work worked"
    " working works world year years yesterday yr yrs ";

/* Of French, German, Spanish, Italian, Dutch and Portuguese. */
static const char foreign_words[] =
    " a aan aber agli ai al algo alla alle allem allen aller alles"
    " allo alors als also am an anche ao aos as au auch auf aus"
    " aussi aux avec avoir bei beim bij bin bis bist c'est ce ces"
    " cette che chi ci com come comme como con cuando cui da dai"
    " dal dalla dalle damit dan dann dans das dass dat de degli dei"
    " del dela dele della delle dello dem den denn der des desde"
    " deze di die dies diese diesem diesen dieser dieses dit do"
    " doch donc donde door dort dos dove du durch dus e ed een ein"
    " eine einem einen einer eines el ela elas ele eles ella ellas"
    " elle elles ellos em en entre er era es esa esas ese eso esos"
    " essa esse est esta estas este estes esto estos está están"
    " estão et etwas eu eux faire fait faut foi fue für geen"
    " gegen gli ha haben hacer had han hanno hasta hat hatte hay"
    " heb hebben heeft het hier hij hoe hun há i ich ihr ihre ik"
    " il ils im in io is isso ist isto ja je jede jeder jedes já"
    " kan kann kein keine können la las le lei les leur leurs lhe"
    " lo loro los lui ma maar mais man mas me meer mehr mein men"
    " mes mesmo met meu mi mijn minha mio mit moet moeten moi molto"
    " mon mucho muito muss muy más même na naar nach nas ne nei"
    " nel nella nelle nem ni nicht niet no noch nog noi non nos"
    " nosotros nossa nosso nostra nostro notre nous nu nuestra"
    " nuestro num numa nur não nós o oder of ogni ohne om on"
    " onder ons ont onze ook op os otra otro ou over où par para"
    " pas pela pelas pelo pelos per perché pero peu più plus poco"
    " por porque pour qu quand quando que quella quello quem questa"
    " queste questi questo qui quien qué sa sans se sehr sei sein"
    " seine sem senza ser sera ses seu seus si sia sich sie sin"
    " sind so sobre son sono sont su sua suas sue sui sul sulla suo"
    " sur sus são só ta también também tan te tegen tem tes"
    " tiene tienen toch toda todas todo todos toi ton tot tous tout"
    " toute toutes tra trop troppo très tu tudo tutte tutti tutto"
    " têm uit um uma un una unas und une uno unos uns unser unsere"
    " unter uw van veel viel você voi vom von voor vor vos votre"
    " vous waar war waren was wat we weil wel wenn wer werd werden"
    " wie wij wir wird wo worden wordt y ya ze zeer zich zij zijn"
    " zo zonder zou zu zum zur zwischen à às è é été être"
    " über ";

/* Whether a word stands in a sorted list. */
static bool
among(const char *list, size_t len, struct slice word)
{
	const char *low = list + 1, *high = list + len;

	while (low < high) {
		const char *p = low + (high - low) / 2, *end;
		int c;

		while (p > low && p[-1] != ' ')
			p--;
		end = memchr(p, ' ', (size_t)(list + len - p));
		c = slice_cmp(word, (struct slice){ p, (size_t)(end - p) });
		if (c == 0)
			return true;
		if (c < 0)
			high = p;
		else
			low = end + 1;
	}
	return false;
}

#define AMONG(list, word, flag) \
	(among((list), sizeof(list) - 1, (word)) ? (unsigned)(flag) : 0)

unsigned
stop_word(struct slice folded)
{
	if (folded.len == 0 || folded.len > TOKEN_MAX)
		return 0;
	return AMONG(function_words, folded, STOP_WORD) |
	       AMONG(negations, folded, STOP_NEGATION) |
	       AMONG(contrasts, folded, STOP_CONTRAST) |
	       AMONG(weak_words, folded, STOP_WEAK);
}

bool
stop_foreign(struct slice folded)
{
	return folded.len > 0 && folded.len <= TOKEN_MAX &&
	       among(foreign_words, sizeof(foreign_words) - 1, folded);
}
