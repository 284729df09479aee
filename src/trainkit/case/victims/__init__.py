"""Victims are not suspects: what the law calls smuggling and trafficking, and who is protected.

* `elements` reads facts and says what they are: smuggling, trafficking, both or neither, and which
  elements decide.
* `signs` reads what is visible when somebody decides, and says whether a victim is presumed.
* `reflection` is the clock of the recovery period, `standing` what may be done with a person.
* `recall` scores identification, `rules` are the red line R2 on a logbook.

Rows (`L2.7`) are those of the fact sheet of law; each waits for the signature of two lawyers.
"""
