#include "data/bodywords.h"

const char house_words[] =
    "school academy college university uni nursery practice surgery "
    "clinic hospital hospice trust council charity church mosque "
    "temple synagogue gurdwara library museum theatre brigade "
    "station pharmacy foodbank police primary bakery";

const char body_words[] =
    "ward parish club society association federation partnership "
    "company firm business union group forum board committee "
    "network service department agency foundation centre center "
    "farm shop pub cafe garage hub pantry bank project scheme team "
    "branch office hotel tenants residents pta governors trustees "
    "hall estate salon kitchen playgroup authority cooperative coop";

const char own_words[] =
    "trust council ward school practice charity company university firm "
    "college academy mosque temple gurdwara farm "
    "cafe bakery bank kitchen salon garage hotel";
