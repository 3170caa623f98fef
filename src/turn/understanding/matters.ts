// What people name of a repair, in English, Welsh and Polish, so that nobody is asked what they have said. Slot → option → words,
// the options named as the dialogs name them, the words written as in `rooms-and-trades.ts`. The first that fits counts.

import type { ConceptWords } from './concepts.ts';

export const matters: Readonly<Record<string, ConceptWords>> = {
  /** `repair.communal`. Rain on the stairs is the roof's, a dark landing is the lights'. */
  shared_part: {
    lift: 'lift lifts elevator* lifft lifftiau winda windy winde windzie',
    roof: 'roof* gutter* leak* gollwng* dach* rynn* przeciek* cieknie',
    gate: 'gate gates barrier* giat rhwystr brama bramy brame szlaban*',
    lights: 'light lights lighting bulb* golau goleuad* swiatl* oswietlen* lampa lampy zarowk*',
    entry:
      'door_entry entry_door entry_system intercom* buzzer* fob fobs door doors entrance drws ddrws drysau intercom domofon* drzwi wejsci*',
    stairs: 'stair* banister* bannister* handrail* step steps grisiau risiau canllaw* schod* porecz*',
  },
  /** `repair.pests`. Rats before mice: in Welsh the one is the other, only big. */
  pest: {
    rats: 'rat rats llygod_mawr llygoden_fawr szczur*',
    mice: 'mouse mice mouses llygod llygoden lygod mysz myszy myszami',
    cockroaches: 'cockroach* roach roaches chwilod_du chwilen_ddu karaluch* karalusz* prusak*',
    bedbugs: 'bedbug* bed_bug bed_bugs pryfed_gwely bryfed_gwely pluskw*',
    wasps: 'wasp wasps hornet* cacwn gacwn gwenyn_meirch osy gniazdo_os szerszen*',
    ants: 'ant ants morgrug forgrug mrowk* mrowek',
    fleas: 'flea fleas chwain pchly pchel',
  },
  pest_where: {
    shared:
      'communal shared hallway* landing* stair* corridor* lobby bin_store bin_room bins cyntedd* grisiau coridor* klatc* korytarz* smietnik*',
    outside:
      'garden* yard outside shed patio drive balcony gardd* ardd* tu_allan sied ogrod* podworz* na_zewnatrz balkon*',
    inside:
      'kitchen* bathroom* bedroom* living_room lounge room loft attic cupboard* bed mattress carpet flat house home cegin gegin nghegin ystafell* llofft* fflat fflat cartref nghartref kuchni* lazienk* sypialn* pokoj* salon* strych* mieszkan* domu lozk* szafk*',
  },
  /** `repair.safety_check`. */
  check: {
    alarms: 'smoke_alarm* smoke_detector* smoke_and co_alarm* larwm larymau czujnik* alarm_dymu',
    gas: 'gas boiler* cp12 lgsr nwy boeler* gaz* bojler* kociol piec pieca',
    electrical: 'electric* eicr wiring trydan* drydan* elektry*',
    other: 'fire_door* legionella water_hygiene drws_tan drysau_tan legionell* przeciwpozarow*',
  },
  check_wish: {
    change: 'change rearrange reschedule move postpone missed newid symud aildrefnu zmien* zmian* przeloz* przesun*',
    copy: 'copy certificate* tystysgrif* thystysgrif* dystysgrif* certyfikat* swiadectw* kopi*',
    book: 'book arrange trefnu umowic umow zamowic',
  },
  /** `repair.change_appointment`. */
  visit_wish: {
    cancel:
      'cancel* call_off not_need no_longer_need fixed_it_myself canslo* ganslo* dileu ddim_angen odwola* anulow* zrezygn* nie_potrzeb*',
    move: 'change move rearrange re_arrange reschedul* rebook* postpone* bring_forward another_day different_day different_time another_time newid symud aildrefnu gohirio zmien* zmian* przeloz* przesun* inny_termin inny_dzien',
  },
};

/** `repair.no_heating_water`: what is off. A boiler alone does not tell. */
export const heatingAndWater = {
  heating:
    'heating radiator* rads storage_heater* heat_pump gwres wres gwresog* wresog* rheiddiadur* ogrzewan* ogrzewac kaloryfer* grzejnik*',
  water:
    'hot_water water immersion shower bath dwr_poeth ddwr_poeth dwr cieplej_wody ciepla_woda ciepla_wode woda wody prysznic*',
  /** "No heating, but the water is hot": what is named is not all off. */
  apart: 'but only except ond yn_unig heblaw ale tylko oprocz',
} as const satisfies ConceptWords;
