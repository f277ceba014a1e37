"""What a statement answers: an amount, a holder, a day, yes or no, or its wording."""
