* Encoding: UTF-8.
SET DECIMAL=DOT.
GET DATA /TYPE=TXT /FILE='audit.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE
  /DELIMITERS="," /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  episode_key A200
  site_key A200
  practitioner_key A200
  sex A24
  age_band A24
  side_affected A24
  dominance_match A24
  symptom_duration_wk_band A24
  prior_hamstring_injury A24
  comorbidity_count F8.0
  smoker A24
  stage A24
  days_from_baseline F8.0
  position_id A200
  protocol_version F8.0
  fixation A24
  estimator A200
  device_class A200
  cal_in_date A24
  n_valid_reps F8.0
  force_inj_N F20.10
  force_uninj_N F20.10
  nm_inj F20.10
  nm_uninj F20.10
  nkg_inj F20.10
  nkg_uninj F20.10
  cv_inj F20.10
  cv_uninj F20.10
  pain_limited A24
  nrs_during F8.0
  nrs_24h F8.0
  lsi F20.10
  lsi_ci_low F20.10
  lsi_ci_high F20.10
  lsi_state90 A24
  epic_lsi F20.10
  change_pct_vs_base F20.10
  change_state A24
  visa_h F20.10
  psfs_mean F20.10
  lefs F20.10
  nprs_worst F20.10
  pgic7 F20.10
  sitting_min F20.10
  sessions_n F8.0
  discharge_reason A24
  data_absent_reason A4000
  patient_key A200
  force_left_N F20.10
  force_right_N F20.10
  change_pct_left F20.10
  change_state_left A24
  change_pct_right F20.10
  change_state_right A24
  reps_kept_left F8.0
  reps_made_left F8.0
  reps_kept_right F8.0
  reps_made_right F8.0
  sitting_at_least_min F20.10
  lsi_point90 A24
  lsi_flags A200
  sem_pct F20.10
  sem_provisional A24
  same_rater A24
  same_device A24
  tests_n F8.0
  days_to_lsi90 F20.10
  lsi90_confirmed A24
  engine_version A200
.
VARIABLE LABELS
  episode_key 'Episode, by pseudonym'
  site_key 'Site, by pseudonym'
  practitioner_key 'Who tested, by pseudonym'
  sex 'Sex'
  age_band 'Age when the episode began [years]'
  side_affected 'Injured leg'
  dominance_match 'Whether the injured leg is the dominant one'
  symptom_duration_wk_band 'How long it had hurt before the episode began [weeks]'
  prior_hamstring_injury 'An earlier hamstring injury'
  comorbidity_count 'Risk factors noted, age not counted [1]'
  smoker 'Whether she smokes'
  stage 'Stage'
  days_from_baseline 'Days from the first test of this position [d]'
  position_id 'Test position'
  protocol_version 'Version of the protocol [1]'
  fixation 'How the sensor was held'
  estimator 'How a value is made of efforts'
  device_class 'Model of sensor'
  cal_in_date 'Whether the calibration was in date'
  n_valid_reps 'Efforts that count, of the side with fewer [1]'
  force_inj_N 'Force of the injured leg [N]'
  force_uninj_N 'Force of the other leg [N]'
  nm_inj 'Torque of the injured leg [N.m]'
  nm_uninj 'Torque of the other leg [N.m]'
  nkg_inj 'Force of the injured leg for each kilogram of body mass [N/kg]'
  nkg_uninj 'Force of the other leg for each kilogram of body mass [N/kg]'
  cv_inj 'Variation of the efforts of the injured leg [%]'
  cv_uninj 'Variation of the efforts of the other leg [%]'
  pain_limited 'Whether pain limited an effort that counts'
  nrs_during 'Worst pain at an effort, 0 to 10 [{0-10}]'
  nrs_24h 'Pain a day after the test, 0 to 10 [{0-10}]'
  lsi 'Limb symmetry [%]'
  lsi_ci_low 'Lower end of its 95 % interval [%]'
  lsi_ci_high 'Upper end of its 95 % interval [%]'
  lsi_state90 'What may be said about 90 %'
  epic_lsi 'Injured leg against the other leg at its first test [%]'
  change_pct_vs_base 'Change of the injured leg against its baseline [%]'
  change_state 'What may be said of that change'
  visa_h 'VISA-H, total [{0-100}]'
  psfs_mean 'PSFS, mean of her activities [{0-10}]'
  lefs 'LEFS, total [{0-80}]'
  nprs_worst 'Worst pain noted, 0 to 10 [{0-10}]'
  pgic7 'Global change, seven steps [{1-7}]'
  sitting_min 'How long she could sit until she had to get up [min]'
  sessions_n 'Visits of the episode [1]'
  discharge_reason 'How the episode ended'
  data_absent_reason 'Why cells of this row are empty'
  patient_key 'Patient, by pseudonym'
  force_left_N 'Force of the left leg [N]'
  force_right_N 'Force of the right leg [N]'
  change_pct_left 'Change of the left leg against its baseline [%]'
  change_state_left 'What may be said of that change, left'
  change_pct_right 'Change of the right leg against its baseline [%]'
  change_state_right 'What may be said of that change, right'
  reps_kept_left 'Efforts kept, left [1]'
  reps_made_left 'Efforts made, left [1]'
  reps_kept_right 'Efforts kept, right [1]'
  reps_made_right 'Efforts made, right [1]'
  sitting_at_least_min 'How long she sat at least, where the clock and not pain ended it [min]'
  lsi_point90 'Whether the symmetry itself is at least 90 %'
  lsi_flags 'What must be known of the symmetry'
  sem_pct 'Measurement error that the interval rests on [%]'
  sem_provisional 'Whether that error is provisional'
  same_rater 'Whether the same person tested as at the first test'
  same_device 'Whether the same device was used as at the first test'
  tests_n 'On how many days the position was tested [1]'
  days_to_lsi90 'Days until a confirmed symmetry of 90, or followed without it [d]'
  lsi90_confirmed 'Whether that symmetry was confirmed'
  engine_version 'Version of the reckoning'
.
VALUE LABELS sex
  'F' 'Female'
  'M' 'Male'
  'X' 'Other'
.
VALUE LABELS age_band
  '0-9' '0-9'
  '10-19' '10-19'
  '20-29' '20-29'
  '30-39' '30-39'
  '40-49' '40-49'
  '50-59' '50-59'
  '60-69' '60-69'
  '70-79' '70-79'
  '80-89' '80-89'
  '90+' '90+'
.
VALUE LABELS side_affected
  'LEFT' 'Left'
  'RIGHT' 'Right'
  'BILATERAL' 'Both legs'
.
VALUE LABELS dominance_match
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS symptom_duration_wk_band
  'UP_TO_6' 'Up to 6 weeks'
  '7_TO_12' '7 to 12 weeks'
  '13_TO_26' '13 to 26 weeks'
  '27_TO_52' '27 to 52 weeks'
  'OVER_52' 'Over 52 weeks'
.
VALUE LABELS prior_hamstring_injury
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS smoker
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS stage
  'baseline' 'First test'
  'mid' 'Between'
  'exit' 'Exit test'
  'adhoc' 'Another test'
.
VALUE LABELS fixation
  'rig' 'Rig'
  'belt' 'Belt or wall strap'
  'hand-held' 'Held by hand'
.
VALUE LABELS cal_in_date
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS pain_limited
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS lsi_state90
  'MET' 'At least 90'
  'NOT_MET' 'Below 90'
  'CANNOT_TELL' 'Cannot tell'
.
VALUE LABELS change_state
  'ONE_VISIT' 'One visit'
  'BASELINE_ONLY' 'Baseline visits only'
  'NO_MEASUREMENT_ERROR' 'No measurement error known'
  'NOT_JUDGED' 'Not judged'
  'WITHIN_ERROR' 'No change beyond measurement error'
  'POSSIBLY_STRONGER' 'Possibly stronger, not confirmed'
  'POSSIBLY_WEAKER' 'Possibly weaker, not confirmed'
  'STRONGER' 'Stronger, confirmed'
  'WEAKER' 'Weaker, confirmed'
.
VALUE LABELS discharge_reason
  'GOAL_REACHED' 'Goal reached'
  'BETTER' 'Better'
  'NO_MORE_CHANGE' 'No more change'
  'STOPPED_COMING' 'Stopped coming'
  'ELSEWHERE' 'Goes on elsewhere'
  'SURGERY' 'Surgery'
  'OTHER' 'Other'
.
VALUE LABELS change_state_left
  'ONE_VISIT' 'One visit'
  'BASELINE_ONLY' 'Baseline visits only'
  'NO_MEASUREMENT_ERROR' 'No measurement error known'
  'NOT_JUDGED' 'Not judged'
  'WITHIN_ERROR' 'No change beyond measurement error'
  'POSSIBLY_STRONGER' 'Possibly stronger, not confirmed'
  'POSSIBLY_WEAKER' 'Possibly weaker, not confirmed'
  'STRONGER' 'Stronger, confirmed'
  'WEAKER' 'Weaker, confirmed'
.
VALUE LABELS change_state_right
  'ONE_VISIT' 'One visit'
  'BASELINE_ONLY' 'Baseline visits only'
  'NO_MEASUREMENT_ERROR' 'No measurement error known'
  'NOT_JUDGED' 'Not judged'
  'WITHIN_ERROR' 'No change beyond measurement error'
  'POSSIBLY_STRONGER' 'Possibly stronger, not confirmed'
  'POSSIBLY_WEAKER' 'Possibly weaker, not confirmed'
  'STRONGER' 'Stronger, confirmed'
  'WEAKER' 'Weaker, confirmed'
.
VALUE LABELS lsi_point90
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS sem_provisional
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS same_rater
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS same_device
  'Y' 'Yes'
  'N' 'No'
.
VALUE LABELS lsi90_confirmed
  'Y' 'Yes'
  'N' 'No'
.
MISSING VALUES sex age_band side_affected dominance_match symptom_duration_wk_band prior_hamstring_injury smoker stage fixation cal_in_date pain_limited lsi_state90 change_state discharge_reason change_state_left change_state_right lsi_point90 sem_provisional same_rater same_device lsi90_confirmed ('').
EXECUTE.
