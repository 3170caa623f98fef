// Words by which people tell who speaks for whom, whom they would rather deal with, which help they look for, and how they want to
// take part, in English, Welsh and Polish. Slot → its answers as the dialogs name them → the words. Read like the lists in
// `rooms-and-trades.ts`; the first answer that fits counts.

import type { ConceptWords } from './concepts.ts';

export const accessWords = {
  /** `access.representative`. */
  speaks: {
    stop: 'remove_my stop_my take_off_my no_longer_speak* not_speak_for_me_any* as_my_representative cancel_the_permission',
    for_me:
      'speak_for_me speaks_for_me speaking_for_me talk_for_me talks_for_me act_for_me to_you_for_me on_my_behalf instead_of_me speak_to_my_daughter speak_to_my_son my_advocate i_have_an_advocate have_an_advocate talk_to_my_daughter let_my_carer want_my_son want_my_daughter drosta_i drosof_i w_moim_imieniu upowazni*',
    for_other:
      'on_behalf_of calling_for_my writing_for_my ringing_for_my for_my_mother for_my_mum for_my_dad for_my_father for_my_nan for_my_brother for_my_sister for_my_husband for_my_wife for_my_client my_client of_your_tenants acting_for attorney_for_my i_am_her_carer i_am_his_carer speaking_for ar_ran ar_ran_fy atwrnai_dros w_imieniu',
  },
  permission: {
    attorney:
      'power_of_attorney lasting_power attorney poa lpa deputy court_of_protection appointee atwrneiaeth atwrnai dirprwy pelnomocnictw* pelnomocni*',
    advocate: 'advocate* eiriolwr* eiriolaeth rzecznik*',
    councillor: 'councillor* mp constituent* cynghorydd radny radna posel',
    agency:
      'support_worker* social_worker* citizens_advice my_client solicitor* agency charity gweithiwr_cymorth weithiwr_cymorth gweithiwr_cymdeithasol pracownik_socjalny opiekun_socjalny',
    family:
      'mother mum my_mam me_mam our_mam dad father nan gran grandma grandad daughter son sister brother husband wife family friend neighbour carer grandson nain taid mab merch fy_mam ei_fam fy_nhad mamy mamie taty cork* syn syna brat* siostr* babci*',
  },
  /** `access.staff_preference`. "No man" asks for a woman as plainly as "a woman": what is asked for stands on the read-out. */
  staff: {
    lgbt: 'lgbt* lhdt* gay lesbian bisexual trans transgender queer lesbijk* geja gejem',
    woman:
      'woman women female lady ladies no_man no_men no_males not_with_men comfortable_with_men not_want_a_man menyw* fenyw* benywaidd fenywaidd dynes ddynes gyfforddus_gyda_dynion kobiet* mezczyzny_w_domu',
    man: 'a_man a_male a_bloke male_officer* male_housing_officer* male_adviser* male_worker* man_to_man dyn_i dyn_os gwrywaidd z_mezczyzna mezczyzne',
  },
  staff_for: {
    visits:
      'visit* plumber* electrician* engineer* worker to_come came come_round send repair* in_my_house ymweld ymweliad* anfon* yn_fy_nhy wizyt* przyslac przyszla przyszedl w_domu',
    talk: 'talk* speak* chat adviser* advisor* siarad rozmaw* porozmaw*',
  },
  /** `support.referral`. */
  need: {
    addiction:
      'drinking drink_too_much alcohol* drunk drugs addict* gambling gamble* heroin cocaine yfed alcohol cyffuriau gamblo alkohol* narkotyk* uzaleznie* hazard*',
    caring:
      'carer* caring_for look_after_my look_after_him look_after_her i_care_for gofalwr ofalwr gofalu opiekuje_sie opiekun* opieka_nad',
    mind: 'mental_health depress* anxi* feeling_low really_low so_low low_mood stress* panic counselling counsellor nerves not_coping bereave* iechyd_meddwl iselder pryder psychicz* depresj*',
    lonely:
      'lonely loneliness alone isolat* befriend* see_nobody no_one_to_talk nobody_to_talk company for_a_chat unig unigrwydd samotn*',
    online:
      'internet online wifi broadband computer* tablet smartphone digital ar_lein rhyngrwyd cyfrifiadur* internet* internec* komputer*',
    money: 'budget* debt* money bills dyled* arian biliau dlug* pieni* rachunk*',
    work: 'job jobs work training course* apprentice* employ* unemploy* volunteer* cv gwaith swydd hyfforddiant pracy prace kurs* szkolen*',
    tenancy:
      'support_worker floating_support keep_my_tenancy keep_my_home running_my_home hoard* too_much_stuff out_of_control set_up_home gweithiwr_cymorth cadw_fy_nhenantiaeth utrzyma* zbierac*',
  },
  /** `involvement.join`. */
  taking_part: {
    panel: 'panel* scrutiny committee board_member tenant_board inspector* association paneli pwyllgor komitet*',
    survey: 'survey* questionnaire arolwg* holiadur ankiet*',
    consultation: 'consult* regeneration have_my_say ymgynghor* konsultacj*',
    meeting: 'meeting* agm walkabout coffee_morning event* forum focus_group cyfarfod* digwyddiad* zebrani* spotkani*',
  },
  /** `contact.details`. */
  reach: {
    officer:
      'housing_officer my_officer neighbourhood_officer estate_officer which_patch patch manager_for_my swyddog_tai fy_swyddog opiekun* moj_urzednik',
    offline:
      'no_internet without_internet without_the_internet not_online not_use_the_internet not_use_a_computer not_good_with_computers heb_rhyngrwyd heb_y_rhyngrwyd dim_rhyngrwyd bez_internetu nie_mam_internetu',
    elsewhere:
      'office offices office_address postal_address your_address reception hand_in in_person face_to_face visit drop_in drop_a directions based post facebook twitter social_media swyddfa wyneb_yn_wyneb biuro biura poczt* osobiscie',
  },
} as const satisfies Readonly<Record<string, ConceptWords>>;

/** `access.contact_preference`. That somebody would rather be rung is asked: "ring me" stands in "do not ring me" as well. */
export const contactWords = {
  prefer: {
    sms: 'text_me by_text by_texts text_only texts_only only_text only_texts just_text send_texts send_a_text text_messages sms* neges_destun negeseuon_testun tecst* smsem smsami',
    email: 'email_me by_email emails_only email_only only_email e_bost ebost mailem mailowo',
    post: 'by_post by_letter letters_only write_to_me_at trwy_r_post drwy_r_post llythyr llythyrau poczta listem listownie',
  },
  never: {
    sms: 'not_text_me no_texts stop_texting never_text nie_pisac_sms bez_smsow',
    visit:
      'turn_up_unannounced turning_up_unannounced come_unannounced coming_unannounced no_unannounced bez_zapowiedzi',
  },
} as const satisfies Readonly<Record<string, ConceptWords>>;
