// Words for rooms and for what breaks, in English, Welsh and Polish. Read like `dialogs/concepts.words.yaml`: `leak*` is all that
// begins so, `lock?` allows one letter more, `living_room` is two words.

/** Named as the options of `repair.report` name them. */
export const rooms = {
  kitchen:
    'kitchen* kitchin kichen scullery galley cooker_hood worktop* kitchenette cegin* gegin* nghegin kuchni* kuchen* aneks_kuchenn*',
  bathroom:
    'bathroom* bathrm bath shower_room wet_room wetroom shower en_suite ensuite washroom baddon* faddon* ystafell_ymolchi stafell_molchi lazienk* prysznic* wanna wannie wanny kabin*',
  toilet:
    'toilet* loo loos lavvy lavatory bog bogs khazi cludgie netty dunny jacks wc w_c water_closet downstairs_loo cloakroom toiled* doiled* ty_bach dy_bach lle_chwech toalet* ubikacj* kibel* sedes* wc',
  bedroom:
    'bedroom* bed_room bedrm box_room boxroom nursery spare_room kids_room childrens_room childs_room sons_room daughters_room babys_room back_bedroom front_bedroom ystafell_wely stafell_wely llofft* lloft* sypialn* pokoj_dziec* pokoju_dziec* pokoj_dzieci pokoju_corki pokoju_syna',
  living_room:
    'living_room livingroom living_rm lounge sitting_room sittin_room front_room living_area tv_room through_lounge parlour lolfa ystafell_fyw stafell_fyw ystafell_byw parlwr salon* duzy_pokoj duzym_pokoju pokoju_dziennym pokoj_dzienny',
  hall: 'hall hallway* hallwy landing* passage passageway lobby vestibule stairs staircase stairwell corridor* under_the_stairs cyntedd* gyntedd grisiau risiau pen_y_grisiau coridor* korytarz* przedpok* schody schodach klatka klatce klatki',
  outside:
    'outside outdoors garden* yard back_yard ginnel snicket alleyway fence* gate gates gutter* roof* balcony patio driveway drive path external outbuilding shed washing_line whirligig drain* manhole tu_allan gardd* ardd* iard ffens* to_yn_gollwng llwybr balconi ogrod* ogrodz* podworz* plot plotu dach* balkon* rynn* na_zewnatrz taras*',
  /** None of these, and nothing more to ask: where it is stands in the words. */
  other:
    'loft attic cellar basement utility_room utility porch garage dining_room conservatory pantry larder airing_cupboard boiler_cupboard meter_cupboard cupboard_under atig seler garej cyntedd_blaen ystafell_fwyta strych* garaz* spizarni* jadalni* ganek ganku piwnic*',
} as const;

/** The first that fits counts: a leaking boiler is for the gas engineer, a mouldy ceiling for the damp team. */
export const trades = {
  damp: 'damp* mould* mold moldy mildew* mouldy condensation condensing black_spots black_mould mould_spores fungus fungi musty toadstool? wet_patch* wet_walls llwydni lwydni llaith* lleith* tamp* damprwydd anwedd smotiau_du plesn* grzyb* wilgo* zawilgoc* zaciek* czarne_plamy',
  pests:
    'mouse mice mouses rat rats cockroach* roach roaches bedbug* bed_bug* wasp* hornet* ants flea* vermin pest pests infest* pigeon* seagull? squirrel* silverfish woodlice woodworm moths bees_nest llygod* lygod llygoden cacwn gacwn chwilod chwain morgrug gwenyn mysz* myszy szczur* karaluch* pluskw* mrowk* pchly osy_gniazdo os_gniazdo gniazdo_os golebi*',
  gas: 'boiler* boilr bioler combi gas radiator* rads raditor* heating heatin central_heating pilot_light thermostat* therms timer_for_the_heating hot_water hotwater back_boiler warm_air storage_heater* heat_pump immersion boeler* foeler* gwres* wres gwresog* nwy rheiddiadur* dwr_poeth ddwr_poeth thermostat bojler* kociol kotla kotel piec piecyk* pieca gaz* ogrzewan* kaloryfer* grzejnik* ciepl* ciepla_woda termostat* centralne',
  electrical:
    'electric* electrc* leccy lecky lectric socket* sockit plug_socket* plug_point power_cut power_point no_power light lights lighting light_switch light_fitting bulb_holder pull_cord dimmer switch fuse* fuse_box fusebox trip_switch tripping tripped rcd trips wiring wire wires sparks sparking extractor extractor_fan fan smoke_alarm* smoke_detector* co_alarm carbon_monoxide_alarm heat_alarm doorbell door_bell intercom consumer_unit shower_pull electric_shower immersion_switch trydan* drydan soced* golau goleuad* ffiws* ffiwsys gwifr* weirio switsh larwm_mwg cloch_y_drws prad pradu gniazdk* swiatl* lampa lampy przewod* kabel* bezpiecznik* korki wlacznik* wylacznik* wentylator* wyciag dzwonek domofon* czujnik_dymu elektry*',
  drains:
    'drain* drane sewage sewer* manhole man_hole gully gulley soil_pipe soil_stack soakaway septic_tank carthffos* garthffos draen* ddraen* twll_archwilio kanalizacj* sciek* scieki studzienk* szambo',
  plumbing:
    'tap taps tapp spigot faucet pipe* pipework leak* leek leeking toilet* loo loos lavvy bog cistern* flush* flusher ballcock ball_valve u_bend sink* sinc basin* plughole plug_hole waste_pipe bath shower* showerhead plumb* plummer stopcock stop_cock stop_tap stoptap mains_water water_tank tank no_water water_pressure low_pressure limescale overflow* blocked_sink washing_machine_pipe tap_washer tapiau dapiau pibell* bibell* gollwng* ollwng* diferu toiled* ty_bach sinc basn cawod gawod tanc_dwr plymwr* pwysau_dwr kran kranu krany kranik* bateria_umywalk* rura rury rure rurze zlew* toalet* spluk* kibel* sedes* prysznic* wann* umywalk* hydraulik* cieknie ciekn* przeciek* leci_woda kapie syfon* cisnienie_wody zawor*',
  glazing:
    'window* windo winda winder* windae glass pane panes glazing double_glazing double_glazed sealed_unit blown_unit sash window_handle window_catch patio_door* ffenest* ffenestr gwydr wydr okno okna oknie okien okienn* szyb* klamka_okna balkonowe',
  roofing:
    'roof* slate? roof_tile* ridge_tile* gutter* guttering chimney* chimley lum flashing downpipe* down_pipe rone drainpipe* soffit* fascia* facia* loft_hatch skylight velux llechi lechi to_yn cwter* gwter* landeri simnai dach* dachow* rynn* komin* swietlik*',
  joinery:
    'door* dore lock locks locked key_snapped yale_lock mortice latch snib hinge* handle* door_handle letterbox letter_box spyhole threshold cupboard* drawer* unit_door kitchen_unit* worktop* work_top floorboard* floor_board* skirting* architrave banister* bannister* handrail* hand_rail grab_rail stair* tread joiner* chippy carpenter* wardrobe* drws ddrws nrws drysau ddrysau clo glo cloeon handlen dolen cwpwrdd gwpwrdd drôr llawr canllaw saer drzwi zamek zamk* klamk* zawias* szafk* szafa szuflad* blat blatu podlog* panele_podlog* schod* porecz* listwa*',
  plastering:
    'plaster* plasterboard artex ceiling* celing* cieling* crack* wall walls rendering render hole_in tile tiles tiling grout* plastr* blastr nenfwd wal waliau teils twll_yn tynk* sufit* scian* pekniec* pekni* dziura_w kafelk* plytk* fug*',
  groundworks:
    'fence* fencing fense gate gates path pathway paving paving_slab* slab* flagstone* steps step_outside retaining_wall wall_outside shed clothes_line washing_line pothole* tarmac driveway ffens* giat gât llwybr palmant plot plotu plotem ogrodzen* brama bramk* furtk* sciezk* chodnik* kostka_bruk*',
} as const;

/** Something is wrong with it. A thing alone ("the boiler service letter") is no fault. */
export const faults =
  'broke* brokn broken* bust busted bost banjaxed buggered goosed cream_crackered kaput shot packed_in packed_up conked died dead gone knackered nackered jiggered faulty dodgy wonky crack* snapp* smash* damag* dammaged block* bunged_up backed_up clog* leak* leek* drip* seep* pouring gushing soaking flood* burst busted_pipe overflow* not work* workin stuck jam* stiff loose wobbly fell falling fallen come_off came_off coming_off coming_away hanging_off off won not stopped stop_working failed fail* faili* cold freezing mould* damp smell* stink* smelly stench noise* nois* bang* humm* buzz* rattl* whistl* gurgl* squeak* spark* tripping trips flicker* repair* fix* mend* sort replace* torri dorri wedi_torri nhorri difrod* blocio bloc* rhwystro gollwng* ollwng diferu drewi ddim methu yn_sownd wedi_mynd malu trwsio drwsio atgyweirio zepsu* popsu* uszkodz* rozwal* urwal* odpad* odpadl* zlama* pekn* pekl* pekni* zatkan* zapcha* cieknie ciekn* przeciek* nie_dzial* nie nie_grzeje nie_leci kapie leci zalewa zalal* smierdz* halas* zacina* zablokow* iskrzy napraw*';
