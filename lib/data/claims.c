#include <stddef.h>

#include "data/claims.h"

const char *const claim_frames[] = {
	/* What somebody is. */
	"speaking|working|serving|volunteering|talking *as ANY",
	"my|our day|own|other|former|previous|current|main? "
	"role|capacity|job|work|background|experience|perspective|"
	"position|view|life *as ANY",
	"i work|worked|volunteer|volunteered|serve|served|trained *as ANY",
	"*as AROLE",
	"i *am|was|became|remain also|still|now|just|currently? ROLE",
	"*im also|still|now|just|currently? ROLE",
	"i have|had *been ROLE",
	"ive *been ROLE",
	"used to *be ROLE",
	"*being AROLE",
	"my|the|a|an|his|her|our ROLE *hat|cap",
	"my|our *role|job|position|profession is|was ROLE",
	"*view|views|quote|comment|comments|point|question|thoughts|feedback|"
	"input|contribution|suggestion|concern from|by ROLE",
	"*perspective|viewpoint|standpoint|angle of AROLE",
	"point of *view of AROLE",
	"a|an|the ROLE *perspective|viewpoint|standpoint|angle",
	"a|an|the ROLE *point of view",
	"*only|lone|sole ONLY",
	"the *one ONLY",
	/* What somebody else is who is there. */
	"the|our|this|one ROLE in|at|on|round|around the|our|my|this|your|that "
	"*room|table|group|circle|meeting|session",
	"the|our|this|one ROLE among|amongst|with *us",
	"the|our ROLE who is *here",
	"the|our ROLE *present",
	"our|my ROLE *friend|colleague",
	"our|my *friend|colleague the ROLE",
	"*according to the|our ROLE",
	"*said|says|adds|reckons the|our ROLE",
	"the|our|their|this|another HELD *said|says|felt|thinks|thought|asked|"
	"reckons|reckoned|raised|noted|agreed|disagreed|added|suggested|mentioned|"
	"warned|explained|argued|wondered|insisted|admitted|proposed|objected",
	/* What somebody leads or represents. */
	"i also|now|still|have? *chair|run|represent|manage|lead|head|own|founded|"
	"chaired|ran|led|managed|direct|started|govern LED",
	"i helped? set|setting *up LED",
	"i help|used|get to *chair|run|represent|manage|lead LED",
	"im|am|one|person|man|woman|lady|chap who *runs|chairs|manages|leads|owns "
	"LED",
	"im|am|was|person|one|man|woman|lady in *charge of LED",
	/* Of what somebody is. */
	"we also|now? *run|manage OF",
	"someone|somebody who|that *runs|chairs|manages|owns LISTED",
	"i|we|ive|weve also|now|still|both|all|have|who|that? *work|works|worked|volunteer|"
	"volunteers|volunteered|teach|taught|serve|preach|nurse for|at|in|with "
	"OF",
	"i|we also|now|still|both|all? *belong|belonged to OF",
	"i|we also|now|still|both|all? *sit|sat|serve|served on OF",
	"i|im|were am|was|are? a|the? *governor|trustee|member|owner|head|staff|"
	"parishioner|employee|patron of|at|for OF",
	"i *am|was on|from|with OF",
	"*im on|from|with OF",
	"we *are from|with OF",
	"i *come from OF",
	"on|of|from the|our? *board|committee|staff|payroll|team of|at|for|from OF",
	"a|my *phd|doctorate|degree|apprenticeship|placement at|with|in OF",
	"on *behalf of OF",
	"*speaking|speak|talking for|from OF",
	"*representing OF",
	"*here at|from|for OF",
	"*we|us|ourselves at|from|in OF",
	"my|our *colleagues|colleague|team|staff|boss|employer|workmates at|from|in "
	"OF",
	"*my|our OWN",
	"the *man|woman|lady|gentleman|chap|bloke|guy|rep|representative|"
	"delegate|speaker|participant|attendee|girl|lad from|at|of|for LISTED",
	"the *man|woman|lady|gentleman|chap|bloke|guy|one who runs|chairs|"
	"manages|leads|owns|heads LISTED",
	NULL,
};
