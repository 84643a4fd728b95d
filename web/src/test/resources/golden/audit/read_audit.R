read_audit <- function(folder = ".") {
  audit <- read.csv(file.path(folder, "audit.csv"), colClasses = "character", na.strings = "",
    encoding = "UTF-8", check.names = FALSE, strip.white = FALSE)
  numbers <- c("comorbidity_count", "days_from_baseline", "protocol_version", "n_valid_reps", "force_inj_N", "force_uninj_N", "nm_inj", "nm_uninj", "nkg_inj", "nkg_uninj", "cv_inj", "cv_uninj", "nrs_during", "nrs_24h", "lsi", "lsi_ci_low", "lsi_ci_high", "epic_lsi", "change_pct_vs_base", "visa_h", "psfs_mean", "lefs", "nprs_worst", "pgic7", "sitting_min", "sessions_n", "force_left_N", "force_right_N", "change_pct_left", "change_pct_right", "reps_kept_left", "reps_made_left", "reps_kept_right", "reps_made_right", "sitting_at_least_min", "sem_pct", "tests_n", "days_to_lsi90")
  audit[numbers] <- lapply(audit[numbers], as.numeric)
  attr(audit$episode_key, "label") <- "Episode, by pseudonym"
  attr(audit$site_key, "label") <- "Site, by pseudonym"
  attr(audit$practitioner_key, "label") <- "Who tested, by pseudonym"
  audit$sex <- factor(audit$sex, levels = c("F", "M", "X"),
    labels = c("Female", "Male", "Other"))
  attr(audit$sex, "label") <- "Sex"
  audit$age_band <- factor(audit$age_band, levels = c("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+"),
    labels = c("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+"))
  attr(audit$age_band, "label") <- "Age when the episode began [years]"
  audit$side_affected <- factor(audit$side_affected, levels = c("LEFT", "RIGHT", "BILATERAL"),
    labels = c("Left", "Right", "Both legs"))
  attr(audit$side_affected, "label") <- "Injured leg"
  audit$dominance_match <- factor(audit$dominance_match, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$dominance_match, "label") <- "Whether the injured leg is the dominant one"
  audit$symptom_duration_wk_band <- factor(audit$symptom_duration_wk_band, levels = c("UP_TO_6", "7_TO_12", "13_TO_26", "27_TO_52", "OVER_52"),
    labels = c("Up to 6 weeks", "7 to 12 weeks", "13 to 26 weeks", "27 to 52 weeks", "Over 52 weeks"))
  attr(audit$symptom_duration_wk_band, "label") <- "How long it had hurt before the episode began [weeks]"
  audit$prior_hamstring_injury <- factor(audit$prior_hamstring_injury, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$prior_hamstring_injury, "label") <- "An earlier hamstring injury"
  attr(audit$comorbidity_count, "label") <- "Risk factors noted, age not counted"
  attr(audit$comorbidity_count, "unit") <- "1"
  audit$smoker <- factor(audit$smoker, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$smoker, "label") <- "Whether she smokes"
  audit$stage <- factor(audit$stage, levels = c("baseline", "mid", "exit", "adhoc"),
    labels = c("First test", "Between", "Exit test", "Another test"))
  attr(audit$stage, "label") <- "Stage"
  attr(audit$days_from_baseline, "label") <- "Days from the first test of this position"
  attr(audit$days_from_baseline, "unit") <- "d"
  attr(audit$position_id, "label") <- "Test position"
  attr(audit$protocol_version, "label") <- "Version of the protocol"
  attr(audit$protocol_version, "unit") <- "1"
  audit$fixation <- factor(audit$fixation, levels = c("rig", "belt", "hand-held"),
    labels = c("Rig", "Belt or wall strap", "Held by hand"))
  attr(audit$fixation, "label") <- "How the sensor was held"
  attr(audit$estimator, "label") <- "How a value is made of efforts"
  attr(audit$device_class, "label") <- "Model of sensor"
  audit$cal_in_date <- factor(audit$cal_in_date, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$cal_in_date, "label") <- "Whether the calibration was in date"
  attr(audit$n_valid_reps, "label") <- "Efforts that count, of the side with fewer"
  attr(audit$n_valid_reps, "unit") <- "1"
  attr(audit$force_inj_N, "label") <- "Force of the injured leg"
  attr(audit$force_inj_N, "unit") <- "N"
  attr(audit$force_uninj_N, "label") <- "Force of the other leg"
  attr(audit$force_uninj_N, "unit") <- "N"
  attr(audit$nm_inj, "label") <- "Torque of the injured leg"
  attr(audit$nm_inj, "unit") <- "N.m"
  attr(audit$nm_uninj, "label") <- "Torque of the other leg"
  attr(audit$nm_uninj, "unit") <- "N.m"
  attr(audit$nkg_inj, "label") <- "Force of the injured leg for each kilogram of body mass"
  attr(audit$nkg_inj, "unit") <- "N/kg"
  attr(audit$nkg_uninj, "label") <- "Force of the other leg for each kilogram of body mass"
  attr(audit$nkg_uninj, "unit") <- "N/kg"
  attr(audit$cv_inj, "label") <- "Variation of the efforts of the injured leg"
  attr(audit$cv_inj, "unit") <- "%"
  attr(audit$cv_uninj, "label") <- "Variation of the efforts of the other leg"
  attr(audit$cv_uninj, "unit") <- "%"
  audit$pain_limited <- factor(audit$pain_limited, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$pain_limited, "label") <- "Whether pain limited an effort that counts"
  attr(audit$nrs_during, "label") <- "Worst pain at an effort, 0 to 10"
  attr(audit$nrs_during, "unit") <- "{0-10}"
  attr(audit$nrs_24h, "label") <- "Pain a day after the test, 0 to 10"
  attr(audit$nrs_24h, "unit") <- "{0-10}"
  attr(audit$lsi, "label") <- "Limb symmetry"
  attr(audit$lsi, "unit") <- "%"
  attr(audit$lsi_ci_low, "label") <- "Lower end of its 95 % interval"
  attr(audit$lsi_ci_low, "unit") <- "%"
  attr(audit$lsi_ci_high, "label") <- "Upper end of its 95 % interval"
  attr(audit$lsi_ci_high, "unit") <- "%"
  audit$lsi_state90 <- factor(audit$lsi_state90, levels = c("MET", "NOT_MET", "CANNOT_TELL"),
    labels = c("At least 90", "Below 90", "Cannot tell"))
  attr(audit$lsi_state90, "label") <- "What may be said about 90 %"
  attr(audit$epic_lsi, "label") <- "Injured leg against the other leg at its first test"
  attr(audit$epic_lsi, "unit") <- "%"
  attr(audit$change_pct_vs_base, "label") <- "Change of the injured leg against its baseline"
  attr(audit$change_pct_vs_base, "unit") <- "%"
  audit$change_state <- factor(audit$change_state, levels = c("ONE_VISIT", "BASELINE_ONLY", "NO_MEASUREMENT_ERROR", "NOT_JUDGED", "WITHIN_ERROR", "POSSIBLY_STRONGER", "POSSIBLY_WEAKER", "STRONGER", "WEAKER"),
    labels = c("One visit", "Baseline visits only", "No measurement error known", "Not judged", "No change beyond measurement error", "Possibly stronger, not confirmed", "Possibly weaker, not confirmed", "Stronger, confirmed", "Weaker, confirmed"))
  attr(audit$change_state, "label") <- "What may be said of that change"
  attr(audit$visa_h, "label") <- "VISA-H, total"
  attr(audit$visa_h, "unit") <- "{0-100}"
  attr(audit$psfs_mean, "label") <- "PSFS, mean of her activities"
  attr(audit$psfs_mean, "unit") <- "{0-10}"
  attr(audit$lefs, "label") <- "LEFS, total"
  attr(audit$lefs, "unit") <- "{0-80}"
  attr(audit$nprs_worst, "label") <- "Worst pain noted, 0 to 10"
  attr(audit$nprs_worst, "unit") <- "{0-10}"
  attr(audit$pgic7, "label") <- "Global change, seven steps"
  attr(audit$pgic7, "unit") <- "{1-7}"
  attr(audit$sitting_min, "label") <- "How long she could sit until she had to get up"
  attr(audit$sitting_min, "unit") <- "min"
  attr(audit$sessions_n, "label") <- "Visits of the episode"
  attr(audit$sessions_n, "unit") <- "1"
  audit$discharge_reason <- factor(audit$discharge_reason, levels = c("GOAL_REACHED", "BETTER", "NO_MORE_CHANGE", "STOPPED_COMING", "ELSEWHERE", "SURGERY", "OTHER"),
    labels = c("Goal reached", "Better", "No more change", "Stopped coming", "Goes on elsewhere", "Surgery", "Other"))
  attr(audit$discharge_reason, "label") <- "How the episode ended"
  attr(audit$data_absent_reason, "label") <- "Why cells of this row are empty"
  attr(audit$patient_key, "label") <- "Patient, by pseudonym"
  attr(audit$force_left_N, "label") <- "Force of the left leg"
  attr(audit$force_left_N, "unit") <- "N"
  attr(audit$force_right_N, "label") <- "Force of the right leg"
  attr(audit$force_right_N, "unit") <- "N"
  attr(audit$change_pct_left, "label") <- "Change of the left leg against its baseline"
  attr(audit$change_pct_left, "unit") <- "%"
  audit$change_state_left <- factor(audit$change_state_left, levels = c("ONE_VISIT", "BASELINE_ONLY", "NO_MEASUREMENT_ERROR", "NOT_JUDGED", "WITHIN_ERROR", "POSSIBLY_STRONGER", "POSSIBLY_WEAKER", "STRONGER", "WEAKER"),
    labels = c("One visit", "Baseline visits only", "No measurement error known", "Not judged", "No change beyond measurement error", "Possibly stronger, not confirmed", "Possibly weaker, not confirmed", "Stronger, confirmed", "Weaker, confirmed"))
  attr(audit$change_state_left, "label") <- "What may be said of that change, left"
  attr(audit$change_pct_right, "label") <- "Change of the right leg against its baseline"
  attr(audit$change_pct_right, "unit") <- "%"
  audit$change_state_right <- factor(audit$change_state_right, levels = c("ONE_VISIT", "BASELINE_ONLY", "NO_MEASUREMENT_ERROR", "NOT_JUDGED", "WITHIN_ERROR", "POSSIBLY_STRONGER", "POSSIBLY_WEAKER", "STRONGER", "WEAKER"),
    labels = c("One visit", "Baseline visits only", "No measurement error known", "Not judged", "No change beyond measurement error", "Possibly stronger, not confirmed", "Possibly weaker, not confirmed", "Stronger, confirmed", "Weaker, confirmed"))
  attr(audit$change_state_right, "label") <- "What may be said of that change, right"
  attr(audit$reps_kept_left, "label") <- "Efforts kept, left"
  attr(audit$reps_kept_left, "unit") <- "1"
  attr(audit$reps_made_left, "label") <- "Efforts made, left"
  attr(audit$reps_made_left, "unit") <- "1"
  attr(audit$reps_kept_right, "label") <- "Efforts kept, right"
  attr(audit$reps_kept_right, "unit") <- "1"
  attr(audit$reps_made_right, "label") <- "Efforts made, right"
  attr(audit$reps_made_right, "unit") <- "1"
  attr(audit$sitting_at_least_min, "label") <- "How long she sat at least, where the clock and not pain ended it"
  attr(audit$sitting_at_least_min, "unit") <- "min"
  audit$lsi_point90 <- factor(audit$lsi_point90, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$lsi_point90, "label") <- "Whether the symmetry itself is at least 90 %"
  attr(audit$lsi_flags, "label") <- "What must be known of the symmetry"
  attr(audit$sem_pct, "label") <- "Measurement error that the interval rests on"
  attr(audit$sem_pct, "unit") <- "%"
  audit$sem_provisional <- factor(audit$sem_provisional, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$sem_provisional, "label") <- "Whether that error is provisional"
  audit$same_rater <- factor(audit$same_rater, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$same_rater, "label") <- "Whether the same person tested as at the first test"
  audit$same_device <- factor(audit$same_device, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$same_device, "label") <- "Whether the same device was used as at the first test"
  attr(audit$tests_n, "label") <- "On how many days the position was tested"
  attr(audit$tests_n, "unit") <- "1"
  attr(audit$days_to_lsi90, "label") <- "Days until a confirmed symmetry of 90, or followed without it"
  attr(audit$days_to_lsi90, "unit") <- "d"
  audit$lsi90_confirmed <- factor(audit$lsi90_confirmed, levels = c("Y", "N"),
    labels = c("Yes", "No"))
  attr(audit$lsi90_confirmed, "label") <- "Whether that symmetry was confirmed"
  attr(audit$engine_version, "label") <- "Version of the reckoning"
  audit
}

if (file.exists("audit.csv")) audit <- read_audit()
