/* Cells of names as people type them: who is in one. */
#include "text/namecell.h"
#include "base/buf.h"
#include "tap.h"

static const struct {
	enum namecell_part part;
	const char *cell, *wanted; /* name~nick|name~nick */
} cells[] = {
	{ 0, "Ash Lane (they/them)", "Ash Lane" },
	{ 0, "Robin (she/her) Day", "Robin Day" },
	{ 0, "Sam Okoro - he/him", "Sam Okoro" },
	{ 0, "Sam Okoro he/him", "Sam Okoro" },
	{ 0, "Sam Okoro (any pronouns)", "Sam Okoro" },
	{ 0, "Sam Okoro | she / her", "Sam Okoro" },
	{ 0, "Lord Harcourt of Penn, The", "Harcourt of Penn" },
	{ 0, "Kim (Online)", "Kim" },
	{ 0, "Maria Lopez (remote; late)", "Maria Lopez" },
	{ 0, "Tom Baker + 1", "Tom Baker" },
	{ 0, "Tom Baker +1", "Tom Baker" },
	{ 0, "Tom Baker plus one", "Tom Baker" },
	{ 0, "Jo White and guest", "Jo White" },
	{ 0, "Jo White & carer (wheelchair)", "Jo White" },
	{ 0, "Jo White with her dog", "Jo White" },
	{ 0, "jo white and hope green", "jo white|hope green" },
	{ 0, "Will's iPad", "Will's" },
	{ 0, "Lee (interpreter)", "Lee" },
	{ 0, "Dr A. Patel (Chair)", "A. Patel" },
	{ 0, "Sue Ryder [facilitator]", "Sue Ryder" },
	{ 0, "Ann Low (table host)", "Ann Low" },
	{ 0, "José (Pepe) Ruiz", "José Ruiz~Pepe" },
	{ 0, "Santos, Jose \"Jun\" Jr.", "Santos, Jose~Jun" },
	{ 0, "Zsófia Kovács-Nagy (née Tóth)", "Zsófia Kovács-Nagy Tóth" },
	{ 0, "Tóth, Zsófia (born Nagy)", "Nagy Tóth, Zsófia" },
	{ 0, "Ms. Zebedee Quillfeather MBE PhD FRSA", "Zebedee Quillfeather" },
	{ 0, "the Rt Hon Cosmo Featherstonehaugh KC MP",
	  "Cosmo Featherstonehaugh" },
	{ 0, "Cllr (Mrs) Tarquina Q. Philpott-Jones JP",
	  "Tarquina Q. Philpott-Jones" },
	{ 0, "Brackenbury, Ottoline, Dr", "Brackenbury, Ottoline" },
	{ 0, "Jane Smith, Ph.D., M.B.E.", "Jane Smith" },
	{ 0, "Jack Ma", "Jack Ma" },
	{ 0, "Wei MA", "Wei MA" },
	{ 0, "Earl Smith", "Earl Smith" },
	{ 0, "Septima Plumb - CANCELLED", "Septima Plumb" },
	{ 0, "CANCELLED Septimus Plume", "Septimus Plume" },
	{ 0, "Ludmila Pavlichenkova *vegan*", "Ludmila Pavlichenkova" },
	{ 0, "Wilhelmina Outhwaite 07700900123", "Wilhelmina Outhwaite" },
	{ 0, "1. Hortensia Vandervliet", "Hortensia Vandervliet" },
	{ 0, "2.Hortensia Vandervliet", "Hortensia Vandervliet" },
	{ 0, "Xq1 Zw1", "Xq1 Zw1" },
	{ 0, "• Philomena Grubb", "Philomena Grubb" },
	{ 0, "Barnaby Snodgrass - Pettigrew", "Barnaby Snodgrass Pettigrew" },
	{ 0, "Jane Smith – Bath Council", "Jane Smith" },
	{ 0, "Jane Smith | Tarrow", "Jane Smith" },
	{ 0, "Table 3: Jane Smith", "Jane Smith" },
	{ 0, "Jane Smith <jane@x.example>", "Jane Smith" },
	{ 0, "jane.smith@x.example", "jane smith" },
	{ 0, "Jane Smith, Chair", "Jane Smith" },
	{ 0, "Zebedee Quillfeather, Pilot, Harbour Trust",
	  "Zebedee Quillfeather" },
	{ 0, "Ottoline Brackenbury (Warden, Lido)", "Ottoline Brackenbury" },
	{ 0,
	  "Zebedee Quillfeather; Ottoline Brackenbury and Barnaby "
	  "Snodgrass + Tarquin Pettigrew",
	  "Zebedee Quillfeather|Ottoline Brackenbury|Barnaby Snodgrass|"
	  "Tarquin Pettigrew" },
	{ 0, "Zebedee Quillfeather\nOttoline Brackenbury",
	  "Zebedee Quillfeather|Ottoline Brackenbury" },
	{ 0, "Zebedee Quillfeather, Ottoline Brackenbury, Barnaby Snodgrass",
	  "Zebedee Quillfeather|Ottoline Brackenbury|Barnaby Snodgrass" },
	{ 0, "Mehmet and Ayşe Yılmaz", "Mehmet Yılmaz|Ayşe Yılmaz" },
	{ 0, "Mr & Mrs Smith", "Smith" },
	{ 0, "Smith, Jane & John", "Smith, Jane|Smith, John" },
	{ 0, "Peña, Marisol & Peña, Ramón", "Peña, Marisol|Peña, Ramón" },
	{ 0, "Guðrún Jónsdóttir / Jónas Þórsson",
	  "Guðrún Jónsdóttir|Jónas Þórsson" },
	{ 0, "von und zu Quill, Zebedee", "von und zu Quill, Zebedee" },
	{ 0, "de la O, María Fernanda", "de la O, María Fernanda" },
	{ 0, "Hope Green", "Hope Green" },
	{ 0, "Will Day", "Will Day" },
	{ 0, "Tarquin_Pettigrew", "Tarquin Pettigrew" },
	{ 0, "สมชาย ใจดี (Somchai Jaidee)", "สมชาย ใจดี~Somchai Jaidee" },
	{ 0, "Zeb (Hope Green)", "Zeb~Hope Green" },
	{ 0, "Pepe (José Ángel Gutiérrez Ramírez)",
	  "Pepe~José Ángel Gutiérrez Ramírez" },
	{ 0, "TBC", "" },
	{ 0, "Guest", "" },
	{ 0, "n/a", "" },
	{ 0, "Mr Guest", "Guest" },
	{ 0, "-", "" },
	{ NAMECELL_LAST, "Lane MBE", "Lane" },
	{ NAMECELL_LAST, "Okoro MP", "Okoro" },
	{ NAMECELL_LAST, "Guest", "Guest" },
	{ NAMECELL_LAST, "Tóth (née Nagy)", "Tóth Nagy" },
	{ NAMECELL_LAST, "van der Voet", "van der Voet" },
	{ NAMECELL_FIRST, "Rev. Daniel", "Daniel" },
	{ NAMECELL_FIRST, "Robin (she/her)", "Robin" },
	{ NAMECELL_FIRST, "José Ángel (Pepe)", "José Ángel~Pepe" },
	{ NAMECELL_PERHAPS, "Yes", "" },
	{ NAMECELL_PERHAPS, "Bath Council", "" },
	{ NAMECELL_PERHAPS, "2", "" },
	{ NAMECELL_PERHAPS, "Ludmila Pavlichenkova 07700 900123",
	  "Ludmila Pavlichenkova" },
	{ NAMECELL_PERHAPS, "Hope Green", "Hope Green" },
};

int
main(void)
{
	struct lexicon lexicon;
	struct namecell c;
	struct buf got = BUF_INIT;

	lexicon_load(&lexicon);
	namecell_open(&c, &lexicon);
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		int rc =
		    namecell_read(&c, slice_of(cells[i].cell),
		                  SLICE("Harbour Trust Tarrow"), cells[i].part);

		buf_reset(&got);
		buf_adds(&got, rc == 0 ? "" : "?");
		for (size_t k = 0; k < c.n; k++) {
			buf_adds(&got, k > 0 ? "|" : "");
			buf_slice(&got, c.v[k].name);
			if (c.v[k].nick.len > 0)
				buf_addc(&got, '~');
			buf_slice(&got, c.v[k].nick);
		}
		ok(slice_is(buf_view(&got), cells[i].wanted), cells[i].cell);
		if (!slice_is(buf_view(&got), cells[i].wanted))
			printf("# got %s, not %s\n", got.data, cells[i].wanted);
	}
	ok(namecell_read(&c, SLICE("Ab Cd Ef Gh Ij Kl Mn Op Qr St Uv Wx Yz"),
	                 SLICE(""), NAMECELL_WHOLE) == -1,
	   "a name of more words than any has is not told apart");
	ok(namecell_read(
	       &c,
	       SLICE("Zeba Quilla,Zebb Quillb,Zebc Quillc,Zebd Quilld,"
	             "Zebe Quille,Zebf Quillf,Zebg Quillg,Zebh Quillh,"
	             "Zebi Quilli,Zebj Quillj,Zebk Quillk,Zebl Quilll,"
	             "Zebm Quillm,Zebn Quilln,Zebo Quillo,Zebp Quillp,"
	             "Zebq Quillq,Zebr Quillr,Zebs Quills"),
	       SLICE(""), NAMECELL_WHOLE) == -1,
	   "nor are more people than there is room for");
	buf_free(&got);
	namecell_close(&c);
	lexicon_free(&lexicon);
	return tap_done();
}
