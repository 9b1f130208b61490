package extract

// givenNames tells which given names are mostly those of men and which of women;
// names of both are left out.
var givenNames = namesByGender(
	`aaron abdul abraham adam adrian ahmad ahmed alan albert alejandro alexander alfred ali allen alvin amir andre andreas andrew andrii andriy angus
	anthony antonio antony antti arnold arthur axel barry ben benedict benjamin bernard bernie bill bob boris brad bradley brandon brendan brett brian
	bruce bryan calvin carl carlos cedric charles charlie chen christian christopher chuck clarence claude clifford colin conor craig curtis dale damian
	dan daniel darren dave david dean dennis derek dick diego dieter dirk dmitri dmitry dmytro dominic don donald doug douglas duncan dwight dylan earl ed eddie
	edgar edmund eduardo edward edwin elliott emmanuel enrique eric erik ernest ethan eugene evan felix fernando francisco frank franz fred frederick
	gareth gary gavin geoffrey george gerald gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory gunther guy harold harry hassan hector
	henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake james jared jason javier jeff jeffrey jeremy jerome jerry
	jim jimmy joao joe joel johan john johnny jon jonas jonathan jorge jose josef joseph joshua juan julian jurgen justin karl keith ken kenneth kevin
	klaus kurt kyle lars larry lawrence leo leon leonard lewis lloyd lorenzo louis lucas luis luke magnus manuel marc marcel marco marcus mario mark
	markus martin marvin mathew matt matthew matthias maurice max maxime michael michel miguel mike mikhail milton mitch mohamed mohammad mohammed
	muhammad mustafa nathan neil nicholas nicolas nigel nikolai noah norman oleg oleh oliver omar oscar otto owen pablo patrick paul pedro peter
	philip philippe phillip pierre rafael ralph ramon randy raul ravi raymond ricardo richard rick robert roberto rodney roger roland ron ronald rory
	roy rudolf russell ryan sam samuel scott sean sebastian sergei sergey serhiy seth shane simon stanley stephen stephan steve steven stuart sven
	ted terrence thomas tim timothy tobias todd tom tomas tommy tony travis trevor tyler victor viktor vincent vladimir volodymyr walter warren
	wayne werner wilhelm will william wolfgang yuri yusuf zachary`,
	`abigail adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amina amy ana angela angelina anita ann anna anne annette
	annie april astrid audrey barbara beatrice becky bernadette beth betty beverly bianca brenda bridget brigitte brittany camila camille carla carly carmen
	carol carolina caroline carolyn catherine cathy cecilia celia charlotte cheryl chloe christina christine cindy claire clara claudia colleen
	connie cynthia daniela danielle deborah debra debbie denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise
	elizabeth ellen emily emma erica erika erin esther eva evelyn fatima felicia fiona florence frances francesca gabriela gabrielle georgia
	geraldine gina giulia gloria grace greta gretchen hannah harriet heather heidi helen helena hilary hillary holly ida ingrid irene iris irina
	isabel isabella jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce juana judith judy
	julia julie karen karin katarina kate katherine kathleen kathryn kathy katie katja katrina kayla kerstin kimberly kristen kristin kristina
	laura lauren leah leila lena leticia lillian linda lisa liz lois lorraine louise lucia lucy lydia lynn madeleine madeline maggie marcia
	margaret margarita maria mariam marianne marie marilyn marina marissa marjorie marta martha mary maureen megan melanie melissa mercedes meredith
	michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma olena olga olivia pamela patricia patty paula
	pauline peggy penelope petra phyllis priya rachel rebecca regina renee rita roberta rosa rosalind rose rosemary ruth sabine sabrina sally samantha
	sandra sara sarah sharon sheila shirley sofia sonia sophia sophie stacy stella stephanie sue susan susanna suzanne svetlana sylvia tamara tanya
	tatiana teresa theresa tiffany tina ursula valerie vanessa vera veronica victoria virginia vivian wanda wendy yolanda yulia yvonne zara zoe`)

func namesByGender(men, women string) map[string]string {
	out := make(map[string]string)
	for n := range wordSet(men) {
		out[n] = "m"
	}
	for n := range wordSet(women) {
		out[n] = "f"
	}
	return out
}
