package extract

import "strings"

// Closed classes, and the open-class forms that tell where a noun phrase ends.
var (
	determiners  = wordSet("a an the this that these those his her its their our my your some any each every no another both all either neither such what whose")
	prepositions = wordSet(`of in on at by for from with to into onto over under above below between among amid against during
		before after since until till through throughout across along around about near behind beyond within without
		via per despite towards toward upon outside inside off out up down than as like including excluding versus vs vs. worth plus minus
		following ahead besides except alongside aboard amongst because`)
	conjunctions = wordSet("and or but nor so yet while whereas although though because if unless when where why how once that which who whom whether")
	pronouns     = wordSet("i you he she it we they me him us them himself herself itself themselves someone somebody everyone anyone nobody nothing something everything there here")
	auxiliaries  = wordSet(`is are was were be been being am 's has have had having do does did will would shall should can could may might must
		isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't`)
	adverbs = wordSet(`not never already still yet now then also just only even ever again later earlier ago today yesterday tomorrow
		currently previously recently reportedly allegedly apparently together alone instead however too very quite rather
		so far away back soon almost nearly twice well once overall combined annually daily each apiece altogether respectively
		elsewhere abroad overnight`)
	verbForms = wordSet(`said says say told tells tell died dies die killed kills kill left leaves leave went goes go came comes come
		made makes make took takes take got gets get gave gives give found finds find saw sees see knew knows know became becomes
		become kept keeps keep led leads lead held holds brought brings bring bought buys buy began begins begin
		ran runs met meets lost loses lose won wins paid pays sent sends send sold sells sell spent spends
		stood stands stand rose rises fell falls grew grows hit hits cut cuts put puts set sets let lets read reads shot
		fled flees flee fought fights drove drives flew flies wrote writes spoke speaks broke breaks chose chooses
		needed needs need want wants wanted remain remains remained include includes included live  lived
		work  worked join joins joined arrive arrives arrived follow follows followed appear appears appeared
		seem seems seemed receive receives received receive cost  face  faced help helps helped
		agree agrees agreed expect expects expected attend attends attended voted suffer suffers suffered
		escape escapes escaped survive survives survived participate participates participated gather gathered gathers
		believe believes believed think thinks thought testing undergo undergoes underwent serve serves served
		play  played watch watched watches  scored move moves moved return  returned
		represent represents represented contain contains contained feature  featured offer  offered
		show  showed shown add adds added use used cover covered covers reach reached reaches
		happen happens happened occur occurs occurred exist exists existed rely relies relied earn earns earned
		sit sits sat lie lies lay belong belongs belonged turn turned turns try tried tries start started ended ends
		taken given known seen done gone been stolen driven written spoken broken chosen hidden frozen
		caught taught thrown grown drawn born built hurt dealt felt meant understood heard`)
)

// A wordClass is what a word can be, as far as its form tells.
type wordClass uint8

const (
	classContent wordClass = iota // a noun, an adjective or unknown
	classVerb                     // a verb form
	classAux                      // an auxiliary or modal
	classPreposition
	classConjunction // or a relative pronoun
	classDeterminer
	classPronoun
	classAdverb
	classNumber // digits
	classMark
)

// classes is every closed-class form with its class; later sets win.
var classes = joinClasses()

func joinClasses() map[string]wordClass {
	all := make(map[string]wordClass)
	for _, c := range []struct {
		set   map[string]bool
		class wordClass
	}{
		{verbForms, classVerb}, {adverbs, classAdverb}, {pronouns, classPronoun}, {prepositions, classPreposition},
		{conjunctions, classConjunction}, {determiners, classDeterminer}, {auxiliaries, classAux},
	} {
		for w := range c.set {
			all[w] = c.class
		}
	}
	return all
}

func classOf(w word) wordClass { return w.class }

// shapeClass is the class of a form that is in no list.
func shapeClass(form string) wordClass {
	if strings.HasSuffix(form, "ly") && len(form) > 5 && !strings.HasSuffix(form, "family") && form != "assembly" && form != "monthly" && form != "weekly" {
		return classAdverb
	}
	return classContent
}

// isParticiple reports whether the form may be a past participle or past tense in -ed.
func isParticiple(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && w != "hundred" && !strings.HasSuffix(w, "eed")
}

func isGerund(w string) bool { return len(w) > 5 && strings.HasSuffix(w, "ing") }
