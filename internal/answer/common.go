package answer

// commonEnglish are ordinary words that spelling leaves alone although neither
// the lexicon nor the candidate reports need hold them.
var commonEnglish = wordSet(`able above accept according account across actually address after afternoon again against agree ahead allow
 almost alone along already also although always among amount animal annual another answer anybody anyone anything anyway appear apply
 area argue around arrive article asked asking attack attempt attend available average avoid away baby back balance ball bank based basic
 battle beach bear beat beautiful became because become been before began begin behind being believe below beside best better between
 beyond bigger biggest bill bird birth black blood blue board boat body book both bottom bought break bridge brief bring brother brought
 build building built burn business busy call called came cannot capital care carry case catch cause cell center central century certain
 chance change charge chart cheap check chief child children choice choose church citizen city civil claim class clear clearly close
 cold collect college colour come comes coming common company compare compared complete computer concern condition consider contain
 continue control cook cool corner correct cost could count country county couple course court cover create crime cross crowd current
 daily damage data daughter days dead deal dear death debate decade december decide decision deep degree deliver demand depend describe
 design despite detail develop died different difficult dinner direct direction discuss disease distance district divide doctor dollar
 done door double doubt down dozen draw dream dress drink drive drop during each early earth east easy economy education effect effort
 eight either election else emergency employ empty ends energy enemy enjoy enough enter entire equal especially estimate europe even
 evening event ever every everybody everyone everything evidence exact exactly example except exist expect expected expert explain
 express extra face fact fail fair fall false family famous farm fast father february feel feet fell felt female field fifth fight figure
 fill film final finally find fine finish fire firm first fish five floor flow fly follow following food foot force foreign forest forget
 form former forward found four fourth free fresh friday friend front full further future gain game garden gave general get gets getting
 girl give given gives giving glad goal goes going gold gone good government grand great green ground group grow growth guess guide half
 hand hands happen happened happens happy hard have head health hear heard heart heat heavy held hello help here herself high higher
 highest himself history hold hole holiday home hope horse hospital hotel hour hours house housing however huge human hundred husband
 ice idea identify image imagine impact important include including income indeed industry inside instead interest into involve island
 issue item itself january job join joined july june just keep kept kick kind king kitchen knew know known knows labour lack land language
 large larger largest last late later latest laugh lead leader learn least leave left legal length less letter level life light like
 likely line lines list listen little live lived living local long longer look lose loss lost lots love lower lowest lunch machine made
 main major make makes making male manage many march mark market marry match material matter maybe mean means measure media medical meet
 meeting member memory mention message metal method middle midpoint might mile military milk million mind minister minute miss mistake
 model moment monday money month months moon more morning most mother mouth move moved movie much music must myself name named names
 nation national natural nature near nearly necessary need never news newspaper next nice night nine nobody noise none normal north note
 nothing notice november number object ocean october odds offer office officer official often once only open opinion option order other
 others otherwise ought outside over owner page paid pain pair paper parent park part particular party pass past path peace people percent
 perfect perhaps period person phone photo pick picture piece place plan plane plant play player please poem point police policy political
 poor popular population position possible post pound power practice prepare present president press pressure pretty prevent price prime
 private probably problem process produce product professional program project prove provide public pull purpose push quality quarter
 queen question quick quickly quiet quite quote race radio rain raise range rate rather ratio reach read ready real reality realize really
 reason receive recent recently record region relate relation release remain remember remove repeat report reporter represent require
 research resource respond response rest result return review rich ride right rise river road rock role room round rule rules safe said
 sales same saturday save saying says scale school science score season seat second secret section security seem seen sell send senior
 sense sent sentence separate september series serious serve service seven several shall shape share ship shoe shop short shot should show
 shown side sign similar simple simply since sing single sister site situation size skill sleep slow small smaller smallest snow social
 society soldier some somebody someone something sometimes somewhere song soon sort sound source south space speak special speed spend
 sport spread spring staff stage stand standard star start state station stay step still stock stop store story straight strange street
 strength strong student study stuff style subject success such sudden suddenly suggest suit sum summer sunday supply support suppose sure
 surface surprise sweet swim system table take taken talk tall task teach teacher team technology tell tells term terms test text than
 thank that their them themselves then theory there these they thing things think third this those though thought thousand three
 through throw thursday thus ticket time times title today together told tomorrow tonight took topic total touch toward town trade train
 travel treat tree trend trial trip trouble true trust truth tuesday turn twelve twenty twice type under understand union unit until
 upon usually value various very victim view village visit voice vote wait walk wall want watch water wave weapon wear weather wednesday
 week weeks weight well went were west what whatever when where whether which while white whole whom whose wide wife will wind window
 winter wish with within without woman women wonder word words work worker world worry worse worst worth would write writer written wrong
 wrote yard yeah year years yellow yesterday young your yours yourself zero`)
