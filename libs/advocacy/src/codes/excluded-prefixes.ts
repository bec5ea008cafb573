/**
 * Word prefixes excluded from reply codes, by topic. A code is given to someone who may be in danger and is read aloud
 * to an advocate, so no word should frighten, shame or describe them. Codes issued earlier stay valid, because they are
 * compared by hash.
 */
export const excludedPrefixes: Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>> = {
  en: {
    violence:
      'abras affront ambush armed assault backfire barbed barric battal batter beat blast bomb brut buckshot bullring bullet cannon catapult cavalr clubb collide collis combat conflict confront corros cripple crowbar crunch dagger destr disarm disaster dismant dismount dislocat dynamit embattl explo fang fascis ferocit ferocious fester fight flail fright fury gorge grappl gun gutless guts hacksaw harm hatchet headsman henchm hunchb hurl hurt implod implos injur jugular landmin lance letha livid mace machete maim malform mangl maraud massacre mastiff matador mauv mortal mortic mortua mummif mummy murder musket mutilat mutin nuclear onslaught outshoot outburst overthrow pistol plutoni poison predator pulveriz punch punctur quarrel ransack revolver rifling ripcord ruptur savag serrated shock shoot shrapnel shredd shrouded skinless skinning slain slash slaught smother snare splinter stab stinger stoning strangl strife strik submerge sword tarantul throttl toxic tremor trench turmoil turbulen uprising uproar uranium vanquish violen volatil warhead weapon whip wolverine wound wreck wring',
    fear: 'afraid alarm anguish bleak cower crier cried curse danger dread emergenc evacu frenz ghost hysteri jitter lurch menac nerv nightmar obsess ominous omen onlooker palpitat panic perjur phantom phobia quake quaking quiver repugnant rant riptide scare scarecrow scary scowl severity shak shiver shrunk siren spook startl stress suspens tens terror threat troubl ultimatum unafraid unnerv unsafe unsettl unwary wary watched winc worr worsen yelp',
    shame:
      'asham badge badl badness blam condescend demot despic disdain disgrac dishonor dislik embarrass expletiv explicit failur fault foolish goon guilt gullib humiliat hypocri idio imbecil impolit improper indecent inferior lewd lunac lunat lurid luridn nasty outcast outsider parasit profan prudish pushover regret remorse reproach retard scandal scapego scoundrel shamef shoplift sinful slob snub spinster spoiled squeamish stain stigma stupid sulk taint trash twisted twister ugly unclean unfit unlikable unlovab unwanted unwelcome unwomanly victim vulgar whine worthless wretch',
    captivity:
      'bonded bonding bound cage cell chain confin constrain constrict corral coop custod detain detent enclos ensnar entangl escap evict expel expuls extradit fetter fugitiv getaway gag grasp handcuff harness hostag impound jail kidnap lasso latch leash lock obey obedien padlock parole prison probation pursu ransom relock repossess restrain rope runaway sanct seclu shackl slave stockad stowaway tame tether trace tracing track trail trap unbound uncage unchain unclasp unclaimed unguarded unhitch unlatch unlock unmask untamed unti warden',
    pursuit:
      'chase decoy detect espionag haunt hiding hunt lair loom lure lurk outwit peek prowl secret snoop spied sniper spy stalk surveil target tattl watch',
    law: 'accus affidav alibi amnest arrest attorn clemen convict cop crime crimin culpab culprit defendant deport deputi deputy felon fine guilty immigr impeach infract inmate interrog judici juror jurist jury juvenil lawsuit litig penal perjury police prosecut punish sheriff smuggl subpoena testif tribunal trial unlawful verdict warrant witness',
    money:
      'asset bankable bankbook banked banker banking banknote bankroll bankrupt bargain bill borrow broke cash cashier casino client commerce commod cost credit currenc customer customiz debit debt dollar dowry embezzl expens financ fiscal fortune fund gambl income invoic jackpot lend loan lotter lucrat monetar monetiz money mortgag overbill overdraft overdrawn overpay owe owing panhandl pauper pawn pay pension peso pledge poor poverty price procur profit purchas refinanc rent revenu salar salari sale sold spend spender spent steal stingi stolen tariff tax thief trade trading tycoon underpa untaxed unpaid unsold wage wager wealth worth',
    work: 'bartend barmaid barstool bordello boss brothel busboy cabaret domestic employe gigolo labor maid mansion massag mistress model motel parlor pimp saloon servan showgirl stripper subservien',
    drugs:
      'alcohol aspirin bong booze brew cannabis chemo cigar cocain coke dope drug drunk drinkab ecstas freebase gin hangover hash hemp heroin ibuprofen liquor marijuan morphin narcot nicotin opiat opium overdos pill poppy rehab relaps ritalin rum sedat schnapps scotch smok smolder sober stoned syring tavern tobac vodka weed whisk wine',
    illness:
      'aids aneuri anemi asthma bacteri cancer catatoni cataract clot coma contag diabet diagnos diseas dyslex embol epidem epilep fever flu germ glaucom hospital ill infect jaundic lepros letharg malari migrain mumps neuros neurot pandem plague pneumon pox psych rabies reflux scab scar scurvy seizur septic sick stroke symptom syndrom tetanus trauma tumor typhoid ulcer vertigo viral virus vomit',
    death:
      'ashes ashen bury casket catacomb coffin corps crematio crypt dead death decease decompos die dying epitaph exhum extinct famin fatal funer grave headstone hearse kill monoxide mourn obituar perish reburi skelet skull suicid tomb undead widow',
    bodies:
      'abdom anatom aorta armpit balding beard belly bladder blood blubber body bone bony bosom breast brunett butt buttock chest chubb cleavage crotch curv endocrin epiderm epidur erect estrogen excret fat femal femini fetal fetus flatul flesh genital gestat girdle glandul groin gut hip hormon hymen intestin kidney kissab kisser kissing knicker lap latrin laxativ leotard libid lingerie lip liver lubric lust makeup mammar mammogr manhood manli masculin menstru mole mucus muscl naked nape naturis navel nip nude nursing obes ooze oral ovar oviduct pampers pant pelvi petticoat plump postnat pregnan prenat procreat progen prostat pubert pubic rectal retinal ravish reproduc saliva scrawny semen sensual sensuous sex shirtless shower skimp skin spinal spleen sperm strapless stubbl sultry surrogat sweat swimsuit swimwear tattoo tease thigh throat thrust tight tongue torso touch trimester tubby tummy umbilic unclad uncloth uncovered undershirt undies undress urin urolog uterus vaginal vasculr vaselin ventric virgin vixen voluptuous waist womb womanh womank womanl wooing',
    marriage:
      'adult annul bachelor betroth bride cheat child childless divorc dowager elope engage fiance groom honeymoon husband infidel intimat love marital marri marry matriarch matrimon monogam nuptial orphan parent paramour patriarch polyg preteen remarry romanc sperm spous spurn suitor teen twosome unfaithful valentin vow wedd wife',
    faith:
      'abbey angel anoint apostl ascens atheis baptis bible bless cathedr chapel chaplain christ church clergy convent crucif deacon deity demon devil devot devout dioces divin exodus genesis god gospel heaven hell heretic holy hymn immoral karma kosher lent messiah mecca minist miracl missionar monk moral mosque nun pagan pastor pious pope pray preach priest prodigal prophet psalm puritan rabbi religi reveren sabbath sacr saint salvat sanctif santa satan savior scriptur sermon sin spirit synagog tarot temple theolog ungodl worship zealous zen',
    control:
      'crazed crazi cupid daring dares darling delous demand devalu dictat disbelie disregard dork dweeb drool ego empti empty entic estrang evad evas exes fantas frigid gawk glar gossip hardcore hush jaw merciless moan muzzl nemes nutcase obligat oblig overpow playmate posing protegee provok punk puppet push rascal ruse shush shut silent sly squash subdue swap swing tinderbox transport trick truthless uncaring unfeel unheard unhinge unjust unloaded untruth vacat void',
    origin:
      'alien arab asian border brussels caucas citizen coloni colored creole deported eskimo ethnic exile foreign french gentile gypsy hebrew immigrant indian irish islam jew latin marxis migrant mongrel nappy nation native nativ nazi negro passport racial racing racism racist refug roman segreg siames siberian skinhead slav tribal tribe tribut unalien undocument visa',
  },
  es: {
    violence:
      'abrasi agred arma arpón asalt atac azot bala batalla bofet bomba bronca cañon choque combat conflict cort cruel cuchill daño dardo degoll destru disparo espada explos fusil golpe guerra herida herir hervir lanza látigo lucha machete martill matar morir muert mutil odio pelea pistol pólvora pugna puñal puño rabia romper sable sangr torpe torero tortura veneno verdug violen',
    fear: 'alarma angusti asust aviso crisis drama espant fantasm grito horror lágrim llanto llorar miedo nervio oscuro pánico peligr pesadill ruina sombra susto temblor tembl temor terror tormenta tragedia trampa triste',
    shame: 'burla culpa falso feo fracas humill idiota inútil infame pobre sucio tonto torpe vergü víctim vicio',
    captivity:
      'aislar atar cadena cárcel cautiv celda cerroj esclav escap fuga huir jaula laberint lazo llave obedec preso pris rehén secuestr someter',
    pursuit: 'acech buscar cazar espía espiar huella perseg rastre seguir testigo vigil',
    law: 'abogad acus cárcel castig crimen culp delito fiscal juez juici multa pena polic proces robar robo sancion tribunal',
    money:
      'ahorro aval banco barato bolsa bono caro cobrar compra comprar cuota cupón deuda dinero donar ganga gastar gratis lujo moned negoci pagar pago pobre poseer precio prenda premio rifa riqueza ruleta salario suma taquilla tesoro vender venta',
    work: 'casero criad dueño empleo empresa faena gerente jefe patrón servir sirvient',
    drugs: 'alcohol bingo cerveza cigarr cogollo droga ebri fumar hongo humo licor pipa ron tabaco vino vodka',
    illness: 'cáncer clínica dental dolor enferm fiebre gripe herida hospital sida tos tumor vacuna virus',
    death: 'ataúd cadáver difunto entierr fallec fosa funeral luto muert sepult tumba',
    bodies:
      'barba beso boca busto cadera cintur corsé cuerpo delgado denso desnud doncella falda gordo lengua liso matriz mejilla músculo pecho pelo piel pierna pijama muela rodilla sangre seno sexo sudor torso tobillo vientre',
    marriage:
      'adulto abuelo amor anillo boda casar divorc esposo hijo hogar infiel madre marido novia novio padre pareja soltero viud',
    faith:
      'alma ángel altar bautiz bendi bibl capilla cielo credo cruz culto dios gloria iglesia infierno laico magia mago misa monja pecado profeta rezar sacerdot santo templo utopía',
    origin: 'ajeno colono exilio extranj gitano indio migra moro nación nativo negro oriente patria raza visa',
  },
};
