package extract

// moneyTable holds, in the form of unitTable, the money of nations that share the
// name of their unit with others or that few reports tell of. Names that are common
// words ("colon", "sol", "leone") need their nation, and codes that are ("cup",
// "pen") are not taken for the canonical name.
const moneyTable = `
jmd: jamaican dollar
ttd: trinidad and tobago dollar|trinidadian dollar
bbd: barbadian dollar|barbados dollar
bsd: bahamian dollar
bzd: belize dollar
bmd: bermudian dollar
kyd: cayman islands dollar
gyd: guyanese dollar
srd: surinamese dollar
fjd: fijian dollar|fiji dollar
sbd: solomon islands dollar
nad: namibian dollar|namibia dollar
lrd: liberian dollar
zwl: zimbabwean dollar|zimbabwe dollar
bnd: brunei dollar
xcd: east caribbean dollar
moroccan dirham: moroccan dirham
rsd: serbian dinar
mkd: macedonian denar
dzd: algerian dinar
tnd: tunisian dinar
lyd: libyan dinar
jod: jordanian dinar
bhd: bahraini dinar
omr: omani rial|omani riyal
yer: yemeni rial|yemeni riyal
byn: belarusian ruble|belarusian rouble|belarussian ruble
xof: west african cfa franc
xaf: central african cfa franc
cdf: congolese franc
rwf: rwandan franc
bif: burundian franc
djf: djiboutian franc
gnf: guinean franc
kmf: comorian franc
frf: french franc
bef: belgian franc
luf: luxembourg franc
dem: deutsche mark|deutschmark|german mark|d-mark
fim: finnish markka|finnish mark
itl: italian lira|italian lire
esp: spanish peseta|pesetas
pte: portuguese escudo
grd: greek drachma|drachmas
nlg: dutch guilder
ats: austrian schilling
iep: irish pound
sdg: sudanese pound
ssp: south sudanese pound
fkp: falkland islands pound
gip: gibraltar pound
scr: seychellois rupee|seychelles rupee
mur: mauritian rupee
mvr: maldivian rufiyaa|rufiyaa
tzs: tanzanian shilling
somali shilling: somali shilling
uyu: uruguayan peso
cuban peso: cuban peso
dop: dominican peso
peruvian sol: peruvian sol|peruvian soles|nuevo sol|nuevos soles
boliviano: bolivian boliviano|bolivianos
pyg: paraguayan guarani|guaranies
ves: venezuelan bolivar|bolivars|bolivares
gtq: guatemalan quetzal|quetzales|quetzals
hnl: honduran lempira|lempiras
nio: nicaraguan cordoba|cordobas
crc: costa rican colon|costa rican colones|colones
pab: panamanian balboa|balboas
htg: haitian gourde|gourdes
albanian lek: albanian lek
convertible mark: bosnian convertible mark|convertible mark
hrk: croatian kuna
mdl: moldovan leu|moldovan lei
georgian lari: georgian lari
amd: armenian dram
azn: azerbaijani manat
tmt: turkmen manat|turkmenistani manat
kzt: tenge|kazakh tenge|kazakhstani tenge
uzs: uzbek som|uzbekistani som
kgs: kyrgyz som|kyrgyzstani som
tjs: tajik somoni|tajikistani somoni
afn: afghan afghani|afghanis
mmk: kyat|myanmar kyat|burmese kyat
lak: lao kip|laotian kip
khr: cambodian riel|riels
mnt: mongolian tugrik|tugrik|tugriks
btn: bhutanese ngultrum|ngultrum
pgk: papua new guinean kina
pataca: macanese pataca|pataca|patacas
zmw: zambian kwacha
mwk: malawian kwacha
mzn: mozambican metical|meticals|meticais
aoa: angolan kwanza|kwanzas
bwp: botswana pula|botswanan pula
lsl: lesotho loti
szl: swazi lilangeni
mga: malagasy ariary|ariary
gmd: gambian dalasi|dalasi|dalasis
sll: sierra leonean leone
mru: mauritanian ouguiya|ouguiya
ern: eritrean nakfa|nakfa
`

// smallMoneyNames are its units, which no sign and no code here stands for.
var smallMoneyNames = unitNames(moneyTable)

// moneyWords are the names of currencies of one word.
func moneyWords() map[string]bool {
	set := make(map[string]bool)
	for form, u := range unitForms {
		if form[0] < 0x80 && u.words == 1 && currencyUnits[u.name] {
			set[form] = true
		}
	}
	return set
}

// scaledCodes are the codes with a scale in front: "MEUR".
func scaledCodes() map[string]bool {
	set := make(map[string]bool)
	for code := range currencyCodes {
		if len(code) == 3 && code[2] >= 'a' && code[2] <= 'z' {
			for _, scale := range "ktmb" {
				set[string(scale)+code] = true
			}
		}
	}
	return set
}
