// Words for rooms and for what breaks, in English, Welsh and Polish. Read like `dialogs/concepts.words.yaml`: `leak*` is all that
// begins so, `lock?` allows one letter more, `living_room` is two words.

/** Named as the options of `repair.report` name them. */
export const rooms = {
  kitchen: 'kitchen* cegin* gegin* nghegin kuchni* kuchen*',
  bathroom: 'bathroom* bath shower_room wet_room shower baddon ystafell_ymolchi lazienk* prysznic* wanna wannie',
  toilet: 'toilet* loo lavvy bog wc downstairs_loo toiled* ty_bach toalet* ubikacj*',
  bedroom: 'bedroom* bed_room box_room nursery ystafell_wely llofft* sypialn* pokoj_dziec* pokoju_dziec*',
  living_room:
    'living_room livingroom lounge sitting_room front_room living_area lolfa ystafell_fyw salon* duzy_pokoj duzym_pokoju',
  hall: 'hall hallway* landing* passage stairs staircase cyntedd grisiau korytarz* przedpok* schody schodach',
  outside:
    'outside garden* fence* gate gutter* roof* balcony patio driveway path external drain* tu_allan gardd* ardd* ffens* to_yn_gollwng ogrod* ogrodz* plot plotu dach* balkon* rynn* na_zewnatrz',
} as const;

/** The first that fits counts: a leaking boiler is for the gas engineer, a mouldy ceiling for the damp team. */
export const trades = {
  damp: 'damp* mould* mold moldy condensation mildew fungus llwydni llaith* lleith* tamp* anwedd plesn* grzyb* wilgo*',
  pests:
    'mouse mice rat rats cockroach* bedbug* bed_bug* wasp* ants flea* vermin pest* infest* pigeon* llygod* llygoden cacwn chwilod mysz* szczur* karaluch* pluskw* mrowk* os_gniazdo',
  gas: 'boiler* gas radiator* rads heating pilot_light thermostat* hot_water boeler* gwres* nwy rheiddiadur* dwr_poeth bojler* kociol piec piecyk* gaz* ogrzewan* kaloryfer* grzejnik* ciepl* termostat*',
  electrical:
    'electric* leccy socket* plug_socket* light lights lighting light_switch switch fuse* wiring wire wires extractor fan smoke_alarm* smoke_detector* doorbell intercom consumer_unit trydan* soced* golau goleuad* ffiws* gwifr* switsh prad pradu gniazdk* swiatl* lampa przewod* bezpiecznik* wlacznik* wentylator* dzwonek domofon*',
  drains: 'drain* sewage sewer* manhole gully carthffos* draen* kanalizacj* sciek* studzienk*',
  plumbing:
    'tap taps pipe* leak* toilet* loo cistern* flush* sink* basin* plughole bath shower* plumb* stopcock water_pressure overflow* blocked_sink tapiau pibell* bibell* gollwng* ollwng* toiled* sinc cawod gawod plymwr* kran kranu krany rura rury rure zlew* toalet* spluk* prysznic* wann* umywalk* hydraulik* cieknie przeciek*',
  glazing: 'window* glass pane panes glazing double_glazing windae* ffenest* gwydr okno okna oknie okien szyb*',
  roofing: 'roof* slate* roof_tile* gutter* chimney* downpipe* soffit* fascia* llechi gwter* simnai dach* rynn* komin*',
  joinery:
    'door* lock locks hinge* handle* cupboard* drawer* worktop* floorboard* skirting banister* handrail* stair* joiner* carpenter* letterbox drws ddrws drysau clo cloeon handlen cwpwrdd gwpwrdd llawr drzwi zamek zamk* klamk* szafk* szuflad* blat podlog* schod* porecz* zawias*',
  plastering: 'plaster* ceiling* crack* wall walls hole_in plastr* nenfwd wal waliau tynk* sufit* scian* pekniec*',
  groundworks: 'fence* gate gates path paving slab* steps shed ffens* giat llwybr plot plotu brama furtk* sciezk*',
} as const;

/** Something is wrong with it. A thing alone ("the boiler service letter") is no fault. */
export const faults =
  'broke* broken bust busted knackered faulty crack* snapp* smash* damag* block* clog* leak* drip* flood* burst overflow* not work* stuck jam* loose fell fallen off won not stopped failed fail* cold mould* damp smell* noise nois* bang* repair* fix* mend* torri dorri wedi_torri difrod* blocio gollwng* diferu ddim methu malu zepsu* popsu* uszkodz* urwal* odpad* zlama* pekn* pekl* zatkan* cieknie przeciek* nie_dzial* nie kapie zacina* napraw*';
