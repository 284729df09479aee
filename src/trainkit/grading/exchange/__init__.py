"""Exchange by signed files: what is handed out, what is handed in, and the receipts."""
