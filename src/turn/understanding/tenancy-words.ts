// Words that tell in a tenancy dialog which of its options is meant, in English, Welsh and Polish: slot → option → words. Read like
// `dialogs/concepts.words.yaml`. Of the options that a message names the first in the list counts: a death goes before all else.

import type { ConceptWords } from './concepts.ts';

const death =
  'died dies dead death deceased passed_away passed_on has_passed funeral stillborn marw farw zmarl* umarl* smierc* nie_zyje pogrzeb*';

/** Named as the options of the dialogs name them. */
export const tenancyWords: Readonly<Record<string, ConceptWords>> = {
  detail_kind: {
    emergency_contact:
      'emergency_contact* next_of_kin cyswllt_brys perthynas_agosaf kontakt_alarmow* osob*_kontakt* w_naglym_wypadku',
    name: 'change_my_name changed_my_name new_name name_change maiden_name surname title pronoun* deed_poll spelt misspelt wrong_name newid_fy_enw enw_newydd nazwisk* imie imienia',
    equality:
      'equality equalities ethnicity ethnic_origin ethnic_group religion sexuality sexual_orientation gender protected_characteristic* cydraddoldeb ethnigrwydd crefydd rownosc* etniczn* religi* wyznani* orientacj*',
    both: 'phone_and_email email_and_phone number_and_email email_and_number ffon_ac_e ffon_ac_ebost telefon_i_e telefonu_i_e',
    email: 'email* e_mail* ebost e_bost mejl* maila',
    phone: 'phone* number numbers mobile* landline sim ffon rhif telefon* numer* komork*',
  },
  household_change: {
    death,
    birth: 'baby babies birth newborn pregnant babi fabi genedigaeth urodzi* noworod* ciaz*',
    moved_out:
      'moved_out move_out moves_out moving_out moved_away left leaving split_up symud_allan gadael wyprowadz* odszed* odesz*',
    moved_in:
      'moved_in move_in moves_in moving_in lodger* live_with living_with lives_with stay_with staying moved_back symud_i_mewn byw_gyda byw_gyda_fi lletywr wprowadz* zamieszka*',
  },
  document: {
    other: 'tenancy_number reference_number epc floor_plan handbook',
    agreement:
      'agreement contract lease cytundeb nghytundeb chytundeb contract gontract nghontract prydles brydles umowa umowy umowe',
    address: 'proof_of_address proof_of_residence confirming address residence i_live cyfeiriad adres* zamieszkan*',
    rent: 'rent_statement proof_of_rent rent_letter rent_statements confirmation_of_rent rhent czynsz*',
    reference: 'reference* geirda eirda referencj*',
  },
  names_change: {
    succession: `${death} succession inherit* succeed olyniaeth etifeddu dziedzicz* po_mamie po_ojcu`,
    assign: 'assign* pass_on pass_it_on aseinio przepisa* cesj*',
    remove: 'remove removed removing take_off name_off names_off my_ex sole dynnu tynnu unig usun* wykresl* wypisa*',
    add: 'add adding joint both put_on name_on ychwanegu ar_y_cyd dopisa* doda* wspoln*',
  },
  move_reason: {
    harm: 'threat* scared afraid frightened not_safe unsafe violence violent harass* ofn bygwth grozi* boje niebezpiecz*',
    overcrowded:
      'overcrowd* too_small bigger larger extra_bedroom another_bedroom sharing too_many gorlawn mwy rhy_fach przeludni* wieksz* ciasn* za_mal*',
    too_big: 'too_big downsize* downsizing smaller llai rhy_fawr mniejsz* za_duz*',
    medical:
      'ground_floor stairs medical disab* wheelchair bungalow knees health llawr_gwaelod grisiau meddygol iechyd parter* zdrow* schod* niepelnospr*',
  },
  animal: {
    dog: 'dog? puppy puppies staffie staffy bully ci gi nghi cwn pies psa psy szczeni*',
    cat: 'cat? kitten? cath gath nghath cathod kot kota koty kotk* kociak*',
    small:
      'hamster? fish goldfish budgie? rabbit? guinea_pig? gerbil? parrot? bird? pysgodyn pysgod cwningen gwningen aderyn chomik* krolik* ryb* papug* ptak*',
    other: 'snake? lizard? chicken? hen hens horse? reptile? neidr ieir waz weza kury jaszczur*',
  },
  assistance: { yes: 'assistance guide_dog hearing_dog therapy_dog ci_tywys ci_cymorth asystuj* przewodnik*' },
  key_item: {
    fob: 'fob? ffob ffobiau brelok* breloczek entry_card',
    garage: 'garage* garej garaz*',
    parking: 'park* permit* bay trwydded drwydded barcio parcio',
    key: 'key? allwedd* klucz*',
  },
  key_why: {
    stolen: 'stolen stole robbed mugged ddwyn dwyn ukrad* skradzi*',
    lost: 'lost lose missing colli golli ngholli zgub*',
    broken: 'stopped broke broken not_work* wedi_torri ddim_yn_gweithio nie_dziala zepsu* uszkodz*',
    extra: 'extra another spare second additional sbar ychwanegol dodatkow* zapasow* drug*',
  },
  fraud_about: {
    renting: 'i_pay_rent_to my_landlord_is i_rent_from',
    sublet:
      'sublet* subletting rents_out rent_out renting_out renting_it rents_his rents_her airbnb letting_rooms isosod tanosod podnajm* wynajm*',
    empty: 'empty nobody_lives nobody_has no_one_lives abandoned wag gwag pusty puste pustosta*',
    someone_else:
      'someone_else somebody_else different_people not_live not_lived not_the_tenant rhywun_arall nie_mieszka ktos_inny',
  },
};
