/**
 * The words of English reply codes: the long list of the Electronic Frontier Foundation (Joseph Bonneau, 2016,
 * eff.org/dice, CC BY 3.0 US), without those that `kept-out.ts` excludes. No word begins with another, so a code reads
 * the same with and without spaces.
 */
export const englishWords: readonly string[] = `
abacus abide abiding ability ablaze able abnormal abreast abridge abroad abruptly absence absentee absently absolute
absolve abstain abstract absurd accent acclaim acclimate accompany account accuracy accurate acetone achiness aching
acid acorn acquaint acquire acre acrobat acronym acting action activate activator active activism activist activity
actress acts acutely acuteness aeration aerobics aerosol aerospace afar affected affecting affection affiliate affirm
affix affluent afford aflame afloat aflutter afoot afterglow afterlife aftermath aftermost afternoon aged ageless
agency agenda agent aggregate agile agility aging agnostic agreeable agreeably agreed agreeing agreement aground ahead
ahoy aide aim ajar alabaster albatross album alfalfa algebra algorithm alias alike alive alkaline alkalize almanac
almighty almost aloe aloft aloha alongside aloof alphabet alright although altitude alto aluminum alumni always amaze
amazingly amber ambiance ambiguity ambiguous ambition ambitious ambulance amendable amendment amends amenity amiable
amicably amid amigo amino amiss among amount amperage ample amplifier amplify amply amuck amulet amusable amused
amusement amuser amusing anaconda anaerobic anagram anchor anchovy ancient android anew angled angler angles angling
angular animal animate animating animation animator anime animosity ankle annex annotate announcer annoying annually
annuity another answering antacid antarctic anteater antelope antennae anthem anthill anthology antibody antics
antidote antihero antiquely antiques antiquity antirust antitoxic antitrust antiviral antivirus antler antonym antsy
anvil anybody anyhow anymore anyone anyplace anything anytime anyway anywhere appealing appear appease appeasing
appendage appendix appetite appetizer applaud applause apple appliance applicant applied apply appointee appraisal
appraiser apprehend approach approval approve apricot april apron aptitude aptly aqua aqueduct arbitrary arbitrate
ardently area arena arguable arguably argue arise armadillo armband armchair armful armhole arming armless armoire
armored armory armrest army aroma arose around arrange array arrival arrive arrogance arrogant art ascend ascent
ascertain ashy aside askew asleep asparagus aspect aspirate aspire astonish astound astride astrology astronaut
astronomy astute atlantic atlas atom atonable atop atrium atrophy attach attain attempt attendant attendee attention
attentive attest attic attire attitude attractor attribute atypical audacious audacity audible audibly audience audio
audition augmented august authentic author autograph automaker automated automatic autopilot available avalanche
avatar avenue average aviation aviator avid avoid await awaken award aware awhile awkward awning awoke awry axis
babble babbling babied baboon backache backboard backboned backdrop backed backer backfield backhand backing backlands
backlash backless backlight backlit backlog backpack backpedal backrest backroom backshift backside backslid backspace
backspin backstage backtalk backtrack backup backward backwash backwater backyard bacon baffle baffling bagel bagful
baggage bagged baggie bagginess bagging baggy bagpipe baguette baked bakery bakeshop baking balance balancing balcony
balmy balsamic bamboo banana banister banjo banner bannister banter barbecue barbell barber barcode barge bargraph
barista baritone barley barman barn barometer barrack barracuda barrel barrette barrier barterer basically basics
basil basin basis basket batboy batch bath baton bats batting bauble blabber blah blanching blandness blank blatancy
blatantly blazer blazing bleep blend blimp bling blinked blinker blinking blinks blip blissful blitz blizzard blob
blog blooming blooper blot blouse bluff bluish blunderer blunt blurb blurred blurry blurt blush blustery boaster
boastful boasting boat bobbed bobbing bobble bobcat bobsled bobtail bodacious bogged boggle bok bolster bolt bonanza
bondless bonfire bonnet bonsai bonus book boondocks booted booth booting bootlace bootleg boots borax boring borough
botanical botanist botany botch both bottle bottling bottom bounce bouncing bouncy bountiful bovine boxcar boxer
boxing boxlike boxy breach breath breeze breezy briar brick bridged brigade bright brilliant brim bring brink brisket
briskly briskness bristle brittle broadband broadcast broaden broadly broadness broadside broadways broiler broiling
bronchial bronco bronze bronzing brook broom brought browse browsing brunch brunt brush bubble bubbling bubbly
buccaneer bucked bucket buckle buckskin bucktooth buckwheat budding buddy budget buffalo buffed buffer buffing buffoon
buggy bulb bulge bulginess bulgur bulk bulldog bulldozer bullfrog bullhorn bullion bullish bullpen bullseye bunch
bundle bungee bunion bunkbed bunkhouse bunkmate bunny bunt bush busily busload buzz cabana cabbage cabbie cabdriver
cable caboose cache cackle cacti cactus caddie caddy cadet cadillac cadmium cahoots cake calamari calamity calcium
calculate calculus caliber calibrate calm caloric calorie calzone camcorder cameo camera camisole camper campfire
camping campsite campus canal canary cancel candied candle candy cane canine canister canned canning cannot canola
canon canopener canopy canteen canyon capable capably capacity cape capillary capital capitol capped capricorn capsize
capsule caption caramel carat caravan carbon cardboard carded cardiac cardigan cardinal cardstock carefully caregiver
careless caretaker caring carless carload carmaker carol carpenter carpentry carpool carport carried carrot carrousel
carry cartload carton cartoon cartridge cartwheel carve carving carwash cascade case casing cassette casually casualty
catalog catalyst catalyze catcall caterer catering catfish catlike catnap catnip catsup cattail cattishly cattle catty
catwalk caucus causal causation cause causing cauterize caution cautious cavalier caviar cavity cedar celery celestial
cement census ceramics ceremony certainly certainty certified certify chair chalice challenge chamber chamomile
champion chance change channel chant chaos chaperone chapped chaps chapter character charbroil charcoal charger
charging chariot charity charm charred charter charting chatroom chatter chatting chatty cheddar cheek cheer cheese
cheesy chef chemicals chemist cherisher cherub chess chevron chevy chewable chewer chewing chewy chief chihuahua chili
chill chimp chip chirping chirpy chitchat chivalry chive chloride chlorine choice chomp chooser choosing choosy chosen
chowder chowtime chrome chuck chug chummy chump chunk churn chute cider cilantro cinch cinema cinnamon circle circling
circular circulate circus citable citadel citation citric citrus city civic civil clad claim clambake clammy clamor
clamp clamshell clang clanking clapped clapper clapping clarify clarinet clarity clasp class clatter clause clavicle
claw clay clean clear cleat cleaver cleft clench clerical clerk clever clicker climate climatic cling clinic clinking
clip clique cloak clock clone cloning closable closure cloud clover clubhouse clump clumsily clumsy clunky clustered
coach coagulant coastal coaster coasting coastland coastline coat coauthor cobalt cobbler cobweb cocoa coconut cod
coeditor coexist coffee cofounder cognition cognitive cogwheel coherence coherent cohesive coil cola cold coleslaw
coliseum collage collapse collar collected collector collie colossal colt come comfort comfy comic coming comma
commence commend comment common commotion commute commuting compacted compacter compactly compactor companion company
compare compel compile comply component composed composer composite compost composure compound compress comprised
computer computing comrade concave conceded concept concerned concert conch concierge concise conclude concrete concur
condense condiment condition condone conducive conductor conduit cone confetti confidant confident confider confiding
configure confirm conform confound confused confusing confusion congenial congested congrats congress conical
conjoined conjure conjuror connected connector consensus consent console consoling consonant constant construct
consult consumer consuming contact container contend contented contently contents contest context contort contour
contrite control convene coral cork cornball cornbread corncob cornea corned corner cornfield cornflake cornhusk
cornmeal cornstalk corny coronary corporal corporate correct corridor corsage cortex cosigner cosmetics cosmic cosmos
cosponsor cottage cotton couch cough could countable countdown counting countless country county courier covenant
cover coveted coveting coyness cozily coziness cozy crabbing crabgrass crablike crabmeat cradle cradling crafter
craftily craftsman craftwork crafty cramp cranberry crane cranial cranium crank crate crawfish crawlers crawling
crayfish crayon creamed creamer creamlike crease creasing creatable create creation creative creature credible
credibly creed creme crepe crept crescent crested cresting crestless crevice crewless crewman crewmate crib cricket
crinkle crinkly crisped crisping crisply crispness crispy criteria critter croak crock croon crop cross crouton crowd
crown crucial crudely crudeness crumb crummiest crummy crumpet crumpled crux crystal cubbyhole cube cubical cubicle
cucumber culinary culminate cultivate cultural culture cupbearer cupcake cupped cupping curable curator curdle cure
curing curled curler curliness curling curly curry cursive cursor curtain curtly curtsy cushy cusp custard customary
customs cycle cyclic cycling cyclist cylinder cymbal cytoplasm cytoplast dab dad daffodil daily daintily dainty dairy
daisy dallying dance dancing dandelion dander dandruff dandy dangle dangling darkened darkening darkish darkroom darn
dart darwinism dash data datebook daughter daunting dawdler dawn daybed daybreak daycare daydream daylight daylong
dayroom daytime dazzler dazzling dealing dealmaker dealt dean debatable debate debating debrief debug debunk decade
decaf decal decathlon december decency decent decibel decidable decimal decimeter decipher deck declared decline
decode decorated decorator decrease decree dedicate dedicator deduce deduct deed deem deepen deeply deepness default
defender defense defensive deferral deferred defiance defiant define definite deflate deflation deflator deflected
deflector defog deforest defrost deftly defuse defy degrease degree delay delegate delegator delete deletion delicacy
delicate delicious delighted deliverer delivery delta deluge deluxe democracy democrat demystify denatured denote
dense density dental dentist denture deodorant deodorize departed departure depict deplete depletion deploy depth
derail derby derived deserve deserving designate designed designer designing desktop deskwork despite destiny detached
detail detergent detoxify detract deuce device devious dexterity dexterous diagram dial diameter diaphragm diary dice
dicing difficult diffused diffuser diffusion diffusive dig dilation diligence diligent dill dilute dime diminish dimly
dimmed dimmer dimness dimple diner dingbat dinghy dinginess dingo dingy dining dinner dioxide diploma dipped dipper
dipping directed direction directive directly directory direness disagree disallow disarray disband disburse discern
discharge disclose discolor discount discourse discover discuss disengage dish disinfect disjoin disk dislodge
disorder disparate disparity dispatch dispense dispersal dispersed disperser displace display displease disposal
dispose disprove dispute disrupt dissuade distance distant distaste distill distinct distort distract district ditto
ditzy dividable divided dividend dividers dividing divisible divisibly division divisive doable docile dock doctrine
document dodge dodgy doily doing dole dollhouse dollop dolly dolphin domain domelike dominoes donated donation donator
donor donut doodle doorbell doorframe doorknob doorman doormat doornail doorpost doorstep doorstop doorway doozy
dormitory dorsal dotted doubling dove down doze drab dragonfly dragonish dragster drainable drainage drained drainer
drainpipe dramatic dramatize drastic draw dreamboat dreamily dreamland dreamless dreamlike dreamt dreamy drearily
dreary drench dress drew dribble dried drier drift driller drilling dripping drippy drivable driven driver driveway
driving drizzle drizzly drone droop dropbox droplet dropout dropper drove drowsily drudge drum dry dubbed dubiously
duchess duckbill ducking duckling ducktail ducky duct dude duffel dugout duh duke duller dullness duly dumping
dumpling dumpster duo dupe duplex duplicate duplicity durable durably duration during dusk dust dutiful duty duvet
dwelled dweller dwelling dwindling dynamic dynasty each eagle earache eardrum earflap earful earlobe early earmark
earmuff earphone earpiece earplugs earring earshot earthen earthlike earthling earthly earthworm earthy earwig easeful
easel easiest easily easiness easing eastbound eastcoast easter eastward eatable eaten eatery eating eats ebay ebony
ebook ecard eccentric echo eclair eclipse ecologist ecology economic economist economy ecosphere ecosystem edge
edginess edging edgy edition editor educated education educator eel effective effects efficient effort eggbeater
egging eggnog eggplant eggshell either eject elaborate elastic elated elbow eldercare elderly eldest electable
election elective elephant elevate elevating elevation elevator eleven elf eligible eligibly eliminate elite elitism
elixir elk ellipse elliptic elm elongated eloquence eloquent elsewhere elude elusive elves email embargo embark
embassy embellish ember emblaze emblem embody emboss embroider emcee emerald emission emit emote emoticon emotion
empathic empathy emperor emphases emphasis emphasize emphatic empirical emporium empower emu enable enactment enamel
enchanted enchilada encircle encode encore encounter encourage encrust encrypt endeared endearing ended ending endless
endnote endorphin endorse endowment endpoint endurable endurance enduring energetic energize energy engine engorge
engraved engraver engraving engross engulf enhance enigmatic enjoyable enjoyably enjoyer enjoying enjoyment enlarged
enlarging enlighten enlisted enquirer enrich enroll ensure entail entering entertain entire entitle entity entourage
entree entrench entrust entryway entwine enunciate envelope enviable enviably envious envision envoy envy enzyme epic
epilogue epiphany episode equal equate equation equator equinox equipment equity equivocal eradicate erasable erased
eraser erasure ergonomic errand errant erratic error erupt escalate escalator escargot esophagus espresso esquire
essay essence essential establish estate esteemed estimate estimator etching eternal eternity ethanol ether ethically
ethics euphemism evaluate evaluator evaporate even everglade evergreen everybody everyday everyone evidence evident
evoke evolution evolve exact exalted example excavate excavator exceeding exception excess exchange excitable exciting
exclaim exclusion exclusive excursion excusable excusably excuse exemplary exemplify exemption exerciser exert
exfoliate exhale existing exit exonerate expand expanse expansion expansive expectant expedited expediter expend
expert expire expiring explain exponent exporter express exquisite extended extending extent extenuate exterior
external extras extrovert extrude extruding exuberant fable fabric fabulous facebook facecloth facedown faceless
facelift faceplate faceted facial facility facing facsimile faction factoid factor factsheet factual faculty fade
fading falcon fall fame familiar family fancied fanciness fancy fanfare fanning fastball faster fasting fastness
faucet favorable favorably favored favoring favorite fax feast federal fedora feed feel feisty feline femur fence
fencing fender ferment fernlike ferret ferris ferry fervor festival festive festivity fetch fiber fiction fiddle
fiddling fidelity fidgeting fidgety fifteen fifth fiftieth fifty figment figure figurine filing filled filler filling
film filter filtrate finale finalist finalize finally finch finicky finished finisher finishing finite finless finlike
fit five flaccid flagman flagpole flagship flagstick flagstone flakily flaky flame flammable flanked flanking flannels
flap flaring flask flatbed flatfoot flatly flatness flatten flattered flatterer flattery flattop flatware flatworm
flavored flavorful flavoring flaxseed flick flier flight fling flint flip float flock flop floral florist floss
flounder flyable flyaway flyer flying flyover flypaper foam fog foil folic folk follicle follow fondness fondue font
food footage football footbath footboard footer footgear foothill foothold footing footless footman footnote footpad
footpath footprint footrest footsie footwear footwork fossil foster founder founding fountain fox foyer fraction
fracture fragile fragility fragment fragrance fragrant frame framing fraternal frayed fraying frays freckled freckles
freebee freebie freedom freefall freehand freeing freeload freely freemason freeness freestyle freeware freeway
freewill freezable freezing freight frequency frequent fresh fretful fretted friction friday fridge fried friend frill
fringe frisbee fritter frivolous frolic from front frostbite frosted frostily frosting frostlike frosty froth frown
frozen fructose frugality frugally fruit frustrate frying gab gaffe gainfully gaining gains gala gallantly galleria
gallery galley gallon gallstone galore galvanize game gaming gamma gander gap garage garbage garden gargle garland
garlic garment garnet garnish garter gas gatherer gathering gating gauging gauze gave gazing gear gecko geiger gem
gender generic generous genetics genre gentleman gently gents geography geologic geologist geology geometric geometry
geranium gerbil geriatric gesture getting getup giant gibberish giblet giddily giddiness giddy gift gigabyte gigahertz
gigantic giggle giggling giggly gilled gills gimmick giveaway given giver giving gizmo gizzard glacial glacier glade
gladiator gladly glamorous glamour glance glancing glass glazing gleaming gleeful glider gliding glimmer glimpse
glisten glitch glitter glitzy glorified glorifier glorify glorious glory gloss glove glowing glowworm glucose glue
gluten glutinous gnarly gnat goal goatskin goes goggles going goldfish goldmine goldsmith golf goliath gondola gone
gong good gooey goofball goofiness goofy google gopher gosling gothic gotten gout gown graceful graceless gracious
gradation graded grader gradient grading gradually graduate graffiti grafted grafting grain granddad grandkid grandly
grandma grandpa grandson granite granny granola grant granular graph grass gratified gratify grating gratitude
gratuity gravitate gravity gravy gray grazing greasily greedily greedless greedy green greeter greeting grew greyhound
grid grill grinch grinning gristle grit groggily groggy groove grooving groovy ground grouped grout grove grower
growing growl grub grueling gruffly grumble grumbling grumbly grumpily grunge grunt guacamole guidable guidance guide
guiding guileless guise gulf gully gulp gumball gumdrop gumminess gumming gummy gurgle gurgling guru gush gusto gusty
guy guzzler gyration habitable habitant habitat habitual had haiku half halogen halt halved halves hamburger hamlet
hammock hamper hamster hamstring handbag handball handbook handbrake handcart handclap handclasp handcraft handed
handful handheld handiness handiwork handlebar handled handler handling handmade handoff handpick handprint handrail
handsaw handset handsfree handshake handstand handwash handwork handwoven handwrite handyman hankering hankie hanky
haphazard happening happier happiest happily happiness happy harbor hardcopy hardcover harddisk hardened hardener
hardening hardhat hardhead hardiness hardly hardness hardware hardwired hardwood hardy harpist harvest hassle haste
hastily hastiness hasty hatbox hatchback hatchery hatching hatchling hatless haven hazelnut hazily haziness hazing
hazy headache headband headboard headcount headdress headed header headfirst headgear heading headlamp headphone
headpiece headrest headroom headscarf headset headstand headway headwear heap heat heave heavily heaviness heaving
hedge hedging heftiness hefty helium helmet helper helpful helping hemstitch hence henna herald herbal herbicide herbs
heritage hermit heroics heroism herring herself hertz hesitancy hesitant hesitate hexagon hexagram hubcap huddle
huddling huff hug hula hulk hull human humble humbling humbly humid humility humming hummus humongous humorist
humorless humorous humvee hundredth hunk hurdle hurray hurricane hurried hurry husked huskiness hut hybrid hydrant
hydrated hydration hydrogen hydroxide hyperlink hypertext hyphen ice iciness icing icky icon icy idealism idealist
idealize ideally idealness identical identify identity ideology idly igloo ignition ignore iguana image imaginary
imagines imaging imitate imitation immature immerse immersion imminent immobile immortal immovable immovably immunity
immunize impart impatient impeding impending imperfect imperial impish implant implement implicate implicit imply
important importer impose imposing imprecise imprint impromptu improve improving improvise imprudent impulse impulsive
iodine iodize ion ipad iphone ipod irk iron irregular irrigate irritably irritant irritate isotope issue issuing
italicize italics item itinerary itunes ivory ivy jab jackal jacket jalapeno jam janitor january jargon jarring
jasmine jaunt java jaybird jaywalker jazz jeep jeeringly jellied jelly jersey jester jet jiffy jigsaw jimmy jingle
jingling jinx job jockey jogger jogging john joining jokester jokingly jolliness jolly jolt jot jovial joyfully
joylessly joyous joyride joystick jubilance jubilant judo juggle juggling juice juiciness juicy jujitsu jukebox july
jumble jumbo jump junction juncture june junior juniper justice justifier justify justly justness kabob kangaroo
karaoke karate kebab keenly keenness keep keg kelp kennel kept kerchief kerosene kettle kiln kilobyte kilogram
kilometer kilowatt kilt kimono kindle kindling kindly kindness kindred kinetic kinfolk king kinship kinsman kinswoman
kitchen kite kitten kitty kiwi kleenex knapsack knee knelt knoll koala kooky krypton kudos kung labrador ladder ladies
ladle ladybug ladylike lagged lagging lagoon lake landed landfall landfill landing landlady landless landline landlord
landmark landmass landowner landscape landside landslide language lankiness lanky lantern lard large lark last late
lather latitude latter latticed launch launder laundry laurel lavender lavish lazily laziness lazy lecturer left
legacy legal legend legged leggings legible legibly legislate lego legroom legume legwarmer legwork lemon length lens
lesser letdown letter lettuce level leverage levers levitate levitator liability liable liberty librarian library
licorice lid life lifter lifting liftoff ligament likely likeness likewise liking lilac lilly lily limb limeade
limelight limes limit limping limpness line lingo linguini linguist lining linked linoleum linseed lint lion lisp list
litmus litter little livable lived lively livestock living lizard lucid luckily luckiness luckless ludicrous lugged
lukewarm lullaby lumber luminance luminous lumpiness lumping lumpish lunar lunchbox luncheon lunchroom lunchtime lung
lushly lushness luxurious luxury lyrically lyricism lyricist lyrics macarena macaroni macaw machine machinist magazine
magenta maggot magical magician magma magnesium magnetic magnetism magnetize magnifier magnify magnitude magnolia
mahogany majestic majesty majorette majority makeover maker makeshift making malt mama mammal manager managing manatee
mandarin mandate mandatory mandolin manger mango manhole manicotti manicure manifesto manila mankind manned mannish
manor manpower mantis mantra manual many map marathon marbled marbles marbling march mardi margarine margarita margin
marigold marina marine maritime marlin marmalade maroon marrow marshland marshy marsupial marvelous mascot mashed
mashing masses massive matchbook matchbox matcher matching matchless material math matrix matron matted matter
maturely maturing maturity maverick maximize maximum maybe mayday mayflower mobile mobility mobilize mocha mocker
mockup modified modify modular modulator module molar molasses mold mollusk mom monday mongoose monitor monogram
monologue monopoly monorail monotone monotype monsieur monsoon monthly monument moocher moodiness moody mooing
moonbeam mooned moonlight moonlike moonlit moonrise moonscape moonshine moonstone moonwalk mop morse mosaic mossy most
mothball mothproof motion motivate motivator motive motocross motor motto mountable mountain mounted mounting mouse
mousiness moustache mousy mouth movable move movie moving mower mowing much muck mud mulberry mulch mule mulled
mullets multiple multiply multitask multitude mumble mumbling mumbo munchkin mundane municipal muppet mural murkiness
murky murmuring muscular museum mushily mushiness mushroom mushy music muskiness musky mustang mustard muster
mustiness musty mutable mutate mutation mutt mutual myself myspace mystified mystify myth nacho nag nail name naming
nanny nanometer napkin napped napping narrow natural nature nautical navigate navigator navy nearby nearest nearly
nearness neatly neatness nebula nebulizer nectar negate negation negative negotiate neon nephew nest net neurology
neuron neuter neutron never next nibble nickname niece nifty nimble nimbly nineteen ninetieth ninja nintendo ninth
nuclei nucleus nugget nullify number numeral numerate numerator numeric numerous nursery nurture nutlike nutmeg
nutrient nutshell nuttiness nutty nuzzle nylon oaf oak oasis oat object oblivion oblivious oblong oboe obscure
obscurity observant observer observing obsolete obstacle obstinate obstruct obtain obtrusive obtuse obvious occupancy
occupant occupier occupy ocean ocelot octagon octane october octopus oil oink ointment okay old olive olympics omega
omission omit omnivore onboard oncoming ongoing onion online only onscreen onset onshore onstage onto onward onyx oops
oozy opacity opal open operable operate operating operation operative operator opossum opponent oppose opposing
opposite opt opulently osmosis other otter ouch ought ounce outage outback outbid outboard outbound outbreak outclass
outcome outdated outdoors outer outfield outfit outflank outgoing outgrow outhouse outing outlast outlet outline
outlook outlying outmatch outmost outnumber outplayed outpost outpour output outrank outreach outright outscore
outshine outskirts outsmart outsource outspoken outtakes outthink outward outweigh oval oven overact overall overarch
overbid overbite overblown overbook overbuilt overcast overcoat overcome overcook overcrowd overdress overdrive
overeager overeater overexert overfed overfeed overfill overflow overfull overgrown overhand overhang overhaul
overhead overhear overheat overhung overjoyed overlabor overlaid overlap overlay overload overlook overlord overlying
overnight overpass overplant overplay overprice overrate overreach overreact override overripe overrule overrun
overshoot overshot oversight oversized oversleep overspend overstate overstay overstep overstock overstuff oversweet
overtake overtime overtly overtone overture overturn overuse overvalue overview overwrite owl oxford oxidant oxidation
oxidize oxidizing oxygen oxymoron oyster ozone paced pacemaker pacific pacifier pacifism pacifist pacify padded
padding paddle paddling pager paging pajamas palace palatable palm palpable paltry pampered pamperer pamphlet panama
pancake pancreas panda pang panning panorama panoramic paparazzi papaya paper paprika papyrus parabola parachute
parade paradox paragraph parakeet paralegal paramedic parameter paramount parcel parched parchment pardon parish parka
parking parkway parmesan parrot parsley parsnip partake parted parting partition partly partner partridge party
passable passably passage passcode passenger passerby passing passion passivism passover password pasta pasted pastel
pastime pastrami pasture pasty patchwork patchy path patience patient patio patriot patrol patronage patronize
pavement paver pavestone pavilion paving pawing pebble pebbly pecan pectin peculiar peddling pediatric pedicure
pedigree pedometer pegboard pelican pellet pelt pencil pendant pending penholder pennant penny penpal pentagon
pentagram pep perceive percent perch percolate perennial perfected perfectly perfume periscope perkiness perky perm
peroxide perpetual perplexed persevere persuaded persuader pesky petal petite petition petri petroleum petted
pettiness petty petunia phoenix phonebook phonics phoniness photo phrase phrasing placard placate placidly plank
planner plant plasma plaster plastic plated platform plating platinum platonic platter platypus plausible plausibly
playable playback player playful playgroup playhouse playing playlist playmaker playoff playpen playroom playset
plaything playtime plaza pleading pleat plentiful plenty plethora plexiglas pliable plod plop plot plow ploy pluck
plug plunging plural plus plywood pod poem poet pogo pointed pointer pointing pointless pointy poise poking polar
policy polio polish politely polka polo polyester polymer poncho pond pony popcorn poplar popper popsicle populace
popular populate porcupine pork porous porridge portable portal portfolio porthole portion portly portside poser posh
possible possibly possum postage postal postbox postcard posted poster posting postnasal posture pouch pound pouring
pout powdered powdering powdery power powwow praising prance prancing pranker prankish prankster preamble precinct
precise precision precook precut predefine predict preface prefix preflight preformed pregame preheated prelaunch
prelaw prelude premiere premises premium preoccupy preorder prepaid prepay preplan preppy preschool prescribe
preseason preset preshow president presoak presume presuming pretended pretender pretense pretext pretty pretzel
prevail prevalent prevent preview previous prewashed prideful pried primal primarily primary primate primer primp
princess print prior prism prissy pristine privacy private privatize prize proactive probable probably probiotic
problem procedure process proclaim prodigy produce product professed professor profile profound profusely prognosis
program progress projector prologue prolonged promenade prominent promoter promotion prompter promptly prone prong
pronounce pronto proofing proofread proofs propeller properly property proponent proposal propose props prorate
protector proton prototype protozoan protract protrude proud provable proved proven provided provider providing
province proving provolone prowess proximity proxy prozac prune pruning pry public publisher pucker pueblo pug pull
pulmonary pulp pulsate pulse puma pumice punctual punctuate pupil puppy purebred purely pureness purifier purify
purist purity purple purplish purposely purr purse purveyor putdown putt puzzle puzzling pyramid pyromania python
quack quadrant quail quaintly qualified qualifier qualify quality qualm quantum quarry quartered quarterly quarters
quartet quench query quicken quickly quickness quicksand quickstep quiet quill quilt quintet quintuple quirk quit
quizzical quotable quotation quote race rack racoon radar radial radiance radiantly radiated radiation radiator radio
radish raffle raft ragged ragweed railcar railing railroad railway raisin rake raking rally ramble rambling ramp
ramrod ranch rancidity random ranged ranger ranging ranked ranking rare rarity rasping raven ravine raving ravioli
reabsorb reach reacquire reaction reactive reactor reaffirm ream reanalyze reappear reapply reappoint reapprove
rearrange rearview reason reassign reassure reattach reawake rebalance rebate rebirth reboot reborn rebound rebuff
rebuild rebuilt rebuttal recall recant recast recede recent recess recharger recipient recital recite reclaim recliner
reclining reclusive recognize recoil recollect recolor reconcile reconfirm reconvene recopy record recount recoup
recovery recreate rectangle rectified rectify recycled recycler recycling reemerge reenact reenter reentry reexamine
referable referee reference refill refined refinery refining refinish reflected reflector reflex refocus refold
reforest reformat reformed reformer reformist refract refrain refreeze refresh refried refueling refund refurbish
refurnish refutable refute regain regalia regally reggae regime region register registrar registry regress regroup
regular regulate regulator reheat rehire rehydrate reimburse reissue reiterate rejoice rejoicing rejoin rekindle
relatable related relation relative relax relay relearn release relenting reliable reliably reliance reliant relic
relieve relieving relight relish relive reload relocate reluctant rely remake remark rematch remedial remedy remember
reminder remindful remission remix remnant remodeler remold remote removable removal removed remover removing rename
renderer rendering rendition renegade renewable renewably renewal renewed renounce renovate renovator reoccupy reoccur
reopen reorder repackage repacking repaint repair repave repeal repeated repeater rephrase replace replay replica
reply reporter repose repost reprint reprise reprocess reprogram reps reptile reptilian repurpose reputable reputably
request require requisite reroute rerun resale resample rescuer reseal research reselect resemble resend reset reshape
reshoot reshuffle residence residency resident residual residue resigned resilient resistant resisting resize resolute
resolved resonant resonate resort resource respect resubmit result resume resupply resurface resurrect retail retainer
retaining retake retention rethink retired retiree retiring retold retool retorted retouch retrace retract retrain
retread retreat retrial retrieval retriever retry return retying retype reunion reunite reusable reuse reveal reveler
reverb revered reversal reverse reversing reversion revert revisable revise revision revisit revivable revival reviver
reviving revocable revoke revolving reward rewash rewind rewire reword rework rewrap rewrite rhyme ribbon rice riches
richly richness rickety ricotta riddance ridden ride riding rift rigging rigid rigor rimless rimmed rind rink rinse
rinsing ripeness ripening ripping ripple rippling rise rising risotto ritzy riverbank riverbed riverboat riverside
riveter riveting roamer roaming roast robin robotics robust rockband rocker rocket rockfish rockiness rocking rocklike
rockslide rockstar rocky romp roping roster rosy rotunda roulette rounding roundish roundness roundup roundworm
routine routing rover roving royal rubbed rubber rubbing rubble rubdown ruby ruckus rudder rug rule runaround rundown
runner running runny runt runway rural rush rust rut saddlebag saddled saddling safari safeguard safehouse safely
safeness saffron saga sage sagging saggy said sake salad salami saline salon salsa salt salutary salute salvage
salvaging same sample sampling sandal sandbag sandbank sandbar sandblast sandbox sanded sandfish sanding sandlot
sandpaper sandpit sandstone sandstorm sandworm sandy sanitary sanitizer sank sapling sappiness sappy sarcasm sarcastic
sardine sash sasquatch sassy satchel satiable satin satirical satisfied satisfy saturate saturday sauciness saucy
sauna savanna saved savings savor saxophone say scale scaling scallion scallop scanner scanning scant scavenger scenic
schedule schilling scholar science scientist scion scoff scone scoop scooter scope scorebook scorecard scored
scoreless scorer scoring scorpion scoured scouring scouting scouts scrabble scrambled scrambler scrap scratch screen
scribble scribe scribing scrimmage script scroll scrooge scrubbed scrubber scruffy scrunch scrutiny scuba sculptor
sculpture scuttle second secrecy sectional sector secular securely security sedan sediment segment seismic seldom
selected selection selective selector self seltzer semantic semester semicolon semifinal seminar semisoft semisweet
senate senator send senior senorita sensation sensitive sensitize sepia september septum sequel sequence sequester
series serotonin serpent serve service serving sesame sessions setback setting settle settling setup sevenfold
seventeen seventh seventy shaded shaft shale shallot shallow shampoo shamrock shanty shape shaping share sharpener
sharper sharpie sharply sharpness shawl sheath shed sheep sheet shelf shell shelter shelve shelving sherry shield
shifter shifting shiftless shifty shimmer shimmy shindig shine shingle shininess shining shiny ship shirt shone
shopper shopping shoptalk shore shortage shortcake shortcut shorten shorter shorthand shortlist shortly shortness
shorts shortwave shorty shout showbiz showcase showdown showing showman shown showoff showpiece showplace showroom
showy shrank shrimp shrine shrink shrubbery shrubs shrug shucking shuffle shuffling shy sibling siding sierra siesta
sift sighing silica silicon silk silliness silly silo silt silver similarly simile simmering simple simplify simply
sip sister sitcom sitter sitting situated situation sixfold sixteen sixth sixties sixtieth sixtyfold sizable sizably
size sizing sizzle sizzling skater skating skedaddle skeptic sketch skewed skewer skid skied skier skies skiing
skilled skillet skillful skimmed skimmer skimming skipper skipping skirt skittle skydiver skylight skyline skype
skyrocket skyward slab slacked slacker slacking slackness slacks slang slate slather slaw sled sleek sleep sleet
sleeve slept sliceable sliced slicer slicing slick slider slideshow sliding slighted slighting slightly slimness
slinging slingshot slinky slip sliver slogan sloped sloping sloppily sloppy slot sludge slurp slush small smartly
smartness smell smelting smile smilingly smock smog smooth smudge smudgy smugly smugness snack snaking snap snazzy
sneeze sneezing sniff snippet snipping snooze snore snoring snorkel snort snout snowbird snowboard snowbound snowcap
snowdrift snowdrop snowfall snowfield snowflake snowiness snowless snowman snowplow snowshoe snowstorm snowsuit snowy
snuff snuggle snugly snugness speak species specimen specked speckled specks spectacle spectator spectrum speculate
speech speed speller spelling sphere spherical sphinx spider spiffy spill spilt spinach spindle spinner spinning
spinout spiny spiral splashed splashing splashy splatter splendid splendor splice splicing splotchy splurge spoilage
spoiler spoiling spoils spoken spokesman sponge spongy sponsor spoof spool spoon spore sporting sports sporty spotless
spotlight spotted spotter spotting spotty spout sprain sprang sprawl spray spree sprig spring sprinkled sprinkler
sprint sprite sprout spruce sprung spry spud spur sputter squabble squad squall squander squatted squatter squatting
squeak squeegee squid squiggle squiggly squint squire squirt squishier squishy stack stadium staff stage staging
staleness stalling stallion stamina stammer stamp stand stank staple stapling starboard starch stardom stardust
starfish stargazer staring stark starless starlet starlight starlit starring starry starship starter starting startup
stash state static statistic statue stature status statute statutory staunch stays steadfast steadier steadily
steadying steam steed steep steerable steering steersman stegosaur stellar stem stencil step stereo sterling sternness
sternum stew stick stillness stilt stimulant stimulate stimuli stimulus stingray stingy stipend stipulate stir stitch
stock stoic stoke stonewall stoneware stonework stony stood stool stoop stoplight stoppable stoppage stopped stopper
stopping stopwatch storable storage storeroom storewide storm stout stove stowing straddle straggler strained strainer
straining strangely strategic strategy stratus straw streak stream street strength strenuous strep stretch strewn
strict stride strive striving strobe strode stroller strongbox strongly strongman structure strudel strum strung strut
stubbed stubborn stucco student studied studio study stuffed stuffing stuffy stumbling stump sturdily sturdy styling
stylishly stylist stylized stylus suave subarctic subatomic subdivide subfloor subgroup subheader subject sublease
sublet sublevel sublime submarine submersed subpanel subpar subplot subprime subscribe subscript subsector subside
subsiding subsidize subsidy subsoil subsonic substance subsystem subtext subtitle subtly subtotal subtract subtype
suburb subway subwoofer subzero succulent such suction sudden sudoku suds suffice suffix suffrage sugar suggest suing
suitable suitably suitcase sulfate sulfide sulfite sulfur sulphuric superbowl superglue superhero superior superjet
superman supermom supernova supervise supper supplier supply support supremacy supreme surcharge surely sureness
surface surfacing surfboard surfer surgery surgical surging surname surpass surplus surprise surreal surround survey
sushi suspend sustained sustainer swab swaddling swagger swampland swan swarm sway sweep swell swept swerve swifter
swiftly swiftness swimmable swimmer swimming swipe swirl switch swivel swizzle swooned swoop swoosh sworn swung
sycamore sympathy symphonic symphony synapse synergy synopses synopsis synthesis synthetic syrup system tabasco tabby
tableful tables tablet tableware tabloid tackiness tacking tackling tacky taco tactful tactical tactics tactile
tactless tadpole taekwondo tag take taking talcum talisman tall talon tamale tank tanned tannery tanning tapeless
tapered tapering tapestry tapioca tapping taps tarmac tartar tartly tartness task tassel taste tastiness tasting tasty
tattered thank that thaw theater theatrics thee theme theorize thermal thermos thesaurus these thesis thespian thicken
thicket thickness thimble thing think thinly thinner thinness thinning thirteen thirty thorn those thousand thread
threefold thrift thrill thrive thriving throng throwaway throwback throwing thud thumb thumping thursday thus thyself
tiara tibia tidal tidbit tidiness tidings tidy tiger tigress tile tiling till tilt timid timing timothy tinfoil tingle
tingling tingly tinker tinkling tinsel tinsmith tint tinwork tiny tipoff tipped tipper tipping tiptoeing tiptop tiring
tissue traction tractor tradition train trance tranquil transfer transform translate transpire transpose travel
traverse travesty tray treading treadmill treat treble tree trekker trend triage triangle tribune triceps tricolor
tricycle trident tried trifle trifocals trillion trilogy trimmer trimming trimness trinity trio tripod tripping
triumph trivial trodden trombone trophy tropical tropics trough trousers trout trowel truce truck truffle trump trunks
trustable trustee trustful trusting trustless truth try tubeless tubular tucking tuesday tug tuition tulip tumble
tumbling turban turbine turbofan turbojet turf turkey turret turtle tusk tutor tutu tux tweak tweed tweet tweezers
twelve twentieth twenty twice twiddle twiddling twig twilight twine twins twirl twistable twisting twisty twitch
twitter tying tyke udder ultimate ultra umbrella umpire unable unadorned unadvised unaired unaligned unaltered
unaudited unawake unaware unbaked unbalance unbend unbent unbiased unbitten unblended unblessed unblock unbolted
unboxed unbraided unbridle unbroken unbuckled unbundle unburned unbutton uncanny uncapped uncertain unchanged
uncharted uncheck uncivil unclamped uncle unclip uncloak unclog uncoated uncoiled uncolored uncombed uncommon uncooked
uncork uncorrupt uncounted uncouple uncouth uncover uncross uncrown uncured uncurious uncurled uncut undated undaunted
undecided undefined underarm undercoat undercook underdog underdone undergrad underhand underline underling undermine
undermost underrate undertake undertone undertook undertow underuse underwent underwire undiluted undivided undocked
undoing undone undrafted undrilled undusted unearned unearth uneatable uneaten unedited unelected unending unengaged
unenvied uneven unexpired unexposed unfailing unfasten unfazed unfiled unfilled unfixable unfixed unflawed unfocused
unfold unfounded unframed unfreeze unfrosted unfrozen unfunded unglazed ungloved unglue ungraded ungreased unguided
unhearing unheated unhelpful unhidden unhook unicorn unicycle unified unifier uniformed uniformly unify unimpeded
uninstall uninsured uninvited union uniquely unison unissued unit universal universe unknotted unknowing unknown
unlaced unleaded unlearned unless unleveled unlighted unlimited unlined unlinked unlisted unlit unlivable unloader
unmade unmanaged unmapped unmarked unmatched unmindful unmixable unmixed unmolded unmovable unmoved unmoving unnamable
unnamed unneeded unnoticed unopened unopposed unpack unpadded unpainted unpaired unpaved unpeeled unpicked unpiloted
unpinned unplanned unplanted unpleased unpledged unplowed unplug unpopular unproven unquote unranked unrated unraveled
unreached unread unreal unreeling unrefined unrelated unrented unrest unretired unrevised unrigged unripe unrivaled
unroasted unroll unruffled unruly unrushed unsaddle unsaid unsalted unscathed unscented unscrew unsealed unseated
unsecured unseeing unseemly unseen unselect unselfish unsent unshaken unshaved unshaven unsheathe unshipped unsigned
unsliced unsmooth unsnap unsocial unsoiled unsolved unsorted unspoiled unspoken unstable unstaffed unstamped unsteady
unstirred unstitch unstopped unstuck unstuffed unstylish unsubtle unsubtly unsuited unsure unsworn untagged untaken
untangled untapped unthawed unthread untoasted untold untracked untreated untried untrimmed unturned untwist untying
unusable unused unusual unvalued unvaried unvarying unveiled unveiling unvented unviable unvisited unvocal unwarlike
unwatched unweave unwieldy unwind unwired unwitting unworldly unworn unworried unwoven unwrapped unwritten upbeat
upcoming upcountry update upfront upgrade upheaval upheld uphill uphold uplifted uplifting upload upon upper upright
upriver uproot upscale upside upstage upstairs upstart upstate upstream upstroke upswing uptake uptight uptown
upturned upward upwind urban urchin urethane urgency urgent urging usable usage useable used user usher usual utensil
utility utilize utmost utopia utter vacancy vacant vaguely vagueness valiant valid valium valley valuables value
vanilla vanish vanity vantage vaporizer variable variably varied variety various varmint varnish varsity varying
vascular vastly vastness veal vegan veggie vehicular velcro velocity velvet vending vendor veneering venture venue
venus verbalize verbally verbose verify verse version versus vertebrae vertical very vessel vest veteran veto vexingly
viability viable vibes vicinity victory video viewable viewer viewing viewless viewpoint vigorous village vindicate
vineyard vintage violet violin virtual virtuous viscosity viscous viselike visible visibly vision visiting visitor
visor vista vitality vitalize vitally vitamins vivacious vividly vividness vocalist vocalize vocally vocation voice
voicing volley voltage volumes voter voting voucher voyage wackiness wad wafer waffle waggle wagon wake waking walk
walmart walnut walrus waltz wand wannabe wanted wanting wasabi washable washbasin washboard washbowl washcloth washday
washed washer washhouse washing washout washroom washstand washtub wasp wasting water waviness waving wavy wham wharf
wheat whenever whiff whimsical whinny whiny whoever whole whomever whoopee whooping whoops why wick widely widen
widget width wieldable wielder wifi wikipedia wildcard wildcat wilder wildfire wildfowl wildland wildlife wildly
wildness willed willfully willing willow willpower wilt wind wing winking winner winnings winter wipe wired wireless
wiring wiry wisdom wise wish wisplike wispy wistful wizard wobble wobbling wobbly wok wolf woof wool woozy word work
woven wow wrangle wreath wrench wriggle wriggly wrinkle wrinkly wrist writing written wrought xbox xerox yahoo yam
yapping yard yarn yeah yearbook yearling yearly yearning yeast yen yesterday yield yin yippee yodel yoga yogurt yonder
yoyo yummy zap zebra zeppelin zero zestfully zesty zigzagged zipfile zipping zippy zips zodiac zone zoning zookeeper
zoologist zoology zoom
`
  .trim()
  .split(/\s+/);
