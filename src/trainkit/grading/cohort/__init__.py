"""What a cohort did: tables and pictures for instructors."""
